/**
 * Verbs by which memoranda report speech, in the simple past: the tense in which the note-taker speaks. What a speaker
 * says of earlier speech stands in the pluperfect ("had said") and opens no turn.
 */
const VERBS =
  `accepted acknowledged added admitted advised affirmed agreed alleged alluded announced answered apologized
  appealed appreciated argued asked asserted assented assured began believed broached cautioned challenged characterized cited
  claimed clarified closed commented complained conceded concluded concurred confessed confided confirmed
  congratulated considered contended continued conveyed countered criticized declared demanded demurred denied deplored directed
  described disagreed disclaimed disclosed discussed disputed dissented doubted elaborated emphasized emphasised ended enumerated
  exclaimed expanded explained expounded expressed favored feared felt hinted hoped implied indicated informed injected
  inquired enquired insisted interjected interposed interrupted intervened intimated introduced joked lamented
  knew maintained mentioned mused murmured muttered noted objected observed offered opened opined outlined phrased pleaded pledged pointed posed
  praised predicted preferred pressed proceeded promised proposed protested queried questioned quipped quoted raised
  reaffirmed recalled recapitulated reciprocated recommended recounted referred reflected refused regretted remembered reiterated
  rejected rejoined related remarked reminded renewed repeated replied reported requested responded restated resumed
  retorted revealed reverted reviewed said specified speculated spoke stated stressed submitted suggested
  summarized summed surmised talked termed thanked thought told touched turned understood undertook underlined underscored urged
  ventured voiced volunteered vowed wanted warned welcomed wished wondered`
    .split(/\s+/)
    .join('|');

const BASES = `accept add advise agree argue ask assure believe clarify comment conceal consider contest deny describe
  disagree discuss dispute doubt emphasize exclude explain express feel find give hear hide hope inquire insist know make
  mention mind note object observe oppose outline point propose put question quote raise recall refer regard reiterate
  remark remind repeat reply report respond review say see share speak state stress suggest summarize talk tell thank think
  understand urge want warn wish wonder`
  .split(/\s+/)
  .join('|');

/** Phrases that do the work of a verb of saying. */
const PHRASES = [
  'did(?:\\s+not)?\\s+(?!(?:reply|respond|comment|answer)\\b)(?:BASE)',
  'could\\s+(?:not|only|but)\\s+(?:BASE)',
  'had\\s+(?:first\\s+|also\\s+|only\\s+)?to\\s+(?:add|admit|ask|confess|disagree|inform|insist|object|point|refuse|remind|say|stress|tell)',
  '(?:wished|wanted|hastened|went\\s+on|continued|proceeded|began|sought|tried|ventured|undertook|was\\s+able|was\\s+inclined|was\\s+prepared|took\\s+occasion|felt\\s+obliged|would\\s+like)\\s+(?:first\\s+|also\\s+|only\\s+)?to\\s+(?:BASE)',
  'went\\s+(?:on|over|into|through|back\\s+to)\\b',
  'could\\s+(?:make|give|offer|accept|see|promise)\\s+(?:no|nothing|little)\\b',
  'returned\\s+to\\s+(?:the|this|that|his|her|a)\\s+(?:\\p{Ll}+\\s+)?(?:subject|question|point|matter|theme|topic|issue|problem|charge)',
  'was\\s+(?:also\\s+|strongly\\s+|still\\s+)?of\\s+the\\s+(?:opinion|view|belief|impression)',
  'was\\s+(?:also\\s+|not\\s+|quite\\s+|very\\s+|fully\\s+|most\\s+|entirely\\s+)?(?:convinced|confident|certain|sure|doubtful|skeptical|sceptical|curious|interested\\s+to\\s+know|interested\\s+in\\s+knowing)',
  'came\\s+back\\s+to',
  'took\\s+(?:up|issue|exception|the\\s+(?:view|position|line|occasion|point|floor))',
  'made\\s+(?:it\\s+(?:quite\\s+|very\\s+)?(?:clear|plain)|clear|the\\s+(?:point|comment|observation|remark)|a\\s+(?:point|plea|strong\\s+plea)|reference|mention|several\\s+points)',
  'gave\\s+(?:(?:his|her)\\s+(?:view|views|opinion|assurance|assurances|impression|impressions|account)|an\\s+(?:account|outline|explanation)|it\\s+as\\s+his|a\\s+(?:description|summary|review))',
  '(?:drew|called)\\s+attention',
  '(?:put|set)\\s+forth',
  'put\\s+(?:forward|it|the\\s+question|in)',
  'brought\\s+up',
  'read\\s+(?:from\\s+\\p{Ll}+\\s+)?that\\b',
  'laid\\s+(?:stress|emphasis)',
  'let\\s+it\\s+be\\s+known',
  'had\\s+no\\s+(?:objections?|comments?|quarrel|questions?)',
  'had\\s+(?:nothing|little)\\s+to\\s+(?:add|say)',
  'had\\s+(?:one|another|two|several|a)\\s+(?:\\p{Ll}+\\s+)?(?:points?|questions?|suggestions?|comments?|proposals?|remarks?|requests?)\\b',
  'extended\\s+(?:an|his|her|the)\\s+invitation',
  'saw\\s+(?:no|little)\\b',
  'ruled\\s+out',
]
  .map((phrase) => phrase.replaceAll('BASE', BASES))
  .join('|');

const ADVERBS =
  '(?:(?:then|also|again|further|now|next|once more|at this point|at that point|however|therefore|thereupon|only|immediately|in turn|in reply|in response|in conclusion|rather|quite|still|first|finally|nevertheless|nonetheless|himself|both|all|\\p{Ll}+ly),?\\s+){0,3}';
/** "Gromyko (through his interpreter)", "Gromyko, after a pause,". */
const APPOSITION =
  '(?:\\s*\\([^()]{1,80}\\)|,(?!\\s+(?:and|but|which)\\b)(?:[^,;:.]|(?<=\\b(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Amb|\\p{Lu}))\\.){1,80}(?=,))?';

/** A verb of saying right after its subject. */
export const SAYS = new RegExp(
  `^${APPOSITION},?\\s+${ADVERBS}(?:${PHRASES}|${VERBS})\\b(?!\\s+(?:(?:out|up)\\s+)?by\\b(?!\\s+(?:\\p{Ll}+ing|all|whom|what|which)\\b))`,
  'u',
);
/** Verbs that say nothing but that somebody speaks: by these another takes over within a sentence. */
export const SPEAKS = new RegExp(
  `^${APPOSITION},?\\s+${ADVERBS}(?:said|asked|replied|answered|responded|remarked|rejoined|retorted|stated|told|acknowledged|added|admitted|agreed|assented|assured|commented|conceded|confirmed|declared|denied|explained|insisted|enquired|inquired|interjected|noted|objected|observed|promised|protested|repeated|suggested|thanked|wondered)\\b(?!\\s+by\\b)`,
  'u',
);
/** Between commas, or before the end: ", Kuznetsov said," */
export const SAYS_IN_PARENTHESIS = new RegExp(
  `^\\s+${ADVERBS}(?:${VERBS})(?:\\s+(?:then|again|further))?\\s*(?:[,.;:]|$)`,
  'u',
);
/** Before its subject: ", said the Secretary", "was mentioned by Dobrynin", "according to Dobrynin". */
export const SAID_BY = new RegExp(
  `(?:,["”]?\\s+(?:${VERBS})\\s+|\\b(?:was|were)\\s+(?:\\p{Ll}+ly\\s+)?(?:${VERBS})(?:\\s+(?:out|up))?\\s+by\\s+|^["“(]?According\\s+to\\s+)$`,
  'u',
);
const SAYINGS =
  'replies|reply|answer|response|rejoinder|comment|argument|view|position|opinion|question|reaction|feeling|impression|contention|thesis|point|understanding|belief|judgment|conclusion|hope|advice|suggestion';
/** "Dobrynin's reply was": the saying as a noun after the speaker. */
export const REPLY_OF = new RegExp(`^['’]s?\\s+(?:\\p{Ll}+\\s+){0,2}(?:${SAYINGS})\\s+(?:was|were)\\b`, 'u');
/** "It was Dobrynin's view that", "In Dobrynin's opinion,". */
export const VIEW_OF = new RegExp(`^['’]s?\\s+(?:\\p{Ll}+\\s+){0,2}(?:${SAYINGS})(?:\\s+that\\b|,)`, 'u');
/** "Khrushchev's views": what somebody has just been heard to say. */
export const VIEW_IN_THE_ROOM =
  /^['’]s?\s+(?:\p{Ll}+\s+){0,2}(?:views?|remarks?|comments?|statements?|observations?|explanations?|presentation|points?|arguments?|questions?|assertions?)\b/u;
export const BEFORE_A_VIEW = /^["“(]?(?:It\s+was(?:\s+\p{Ll}+)?|In)\s+$/u;
/** "In Nitze's view a carrier …": no comma or "that" need follow a view that "in" brings, even within the sentence. */
export const IN_THE_VIEW = {
  before: /(?:^["“(]?In|,\s+in)\s+$/u,
  behind: /^['’]s?\s+(?:\p{Ll}+\s+){0,2}(?:view|opinion|judgment|judgement|estimation|estimate|eyes)\b/u,
};
/** Thoughts that somebody may report of others: behind "that … and" they open no turn. */
export const THINKS = new RegExp(
  `^${APPOSITION},?\\s+${ADVERBS}(?:believed|considered|doubted|feared|felt|hoped|knew|preferred|regretted|thought|wanted|wished|wondered)\\b`,
  'u',
);
const TO_SOMEBODY = '(?:told|asked|assured|reminded|thanked|informed|advised|warned|congratulated|invited|urged)';
const TOWARDS =
  '(?:(?:said|replied|responded|remarked|explained|stated|repeated|answered|pointed\\s+out|turned)\\s+to)';
/** "told the Secretary": the one spoken to follows. */
export const SAYS_TO = new RegExp(`\\b(?:${TO_SOMEBODY}|${TOWARDS})\\s+$`, 'u');
/** The same of a pronoun, right behind the subject; "her" before a noun is no pronoun. */
export const TO_PRONOUN = new RegExp(
  `^\\s+${ADVERBS}(?:${TO_SOMEBODY}|${TOWARDS})\\s+(?<pronoun>him|me|her(?=[,.;:]|$|\\s+(?:\\p{Ll}+ly|a|about|again|an|at|for|he|how|if|in|it|not|of|on|she|that|the|there|they|this|to|what|when|where|whether|which|who|why|with)\\b))(?![\\p{L}])`,
  'u',
);
/** "In reply to the Secretary's question": the one spoken to stands before the speaker. */
export const ANSWERS =
  /^["“(]?(?:In\s+(?:reply|response|answer)\s+to|Replying\s+to|Responding\s+to|Answering|Asked\s+by|When\s+asked\s+by|Addressing|Turning\s+to)\s+(?:a\s+(?:further\s+)?(?:question|query|remark|comment)\s+(?:by|from|of)\s+)?$/u;
/** "was asked by": the subject of the sentence is the one spoken to. */
export const ASKED_IN_PASSIVE = new RegExp(`\\b(?:was|were)\\s+(?:\\p{Ll}+\\s+)?${TO_SOMEBODY}\\s+by\\s+$`, 'u');
/** A word before a subject that makes its clause part of what somebody else says. */
export const SUBORDINATES =
  /(?:^|[\s("“])(?:that|as|what|which|who|whom|whose|when|where|whether|if|because|since|why|how|until|unless|although|though|while|than|of|to|by|with|for|from|in|on|at|about|after|before|once|between|and that|both)\s+$/iu;
/** A phrase before the subject of a main clause that no comma parts from it: "After dinner Gromyko said". */
export const OPENING_PHRASE =
  /^["“(]?(?:After|At|Before|During|Following|Here|In|On|Over|Upon|With|As\s+to|Then|Thereupon|Whereupon|Finally|Later|Again|Next|Turning|Continuing|Speaking|Replying|Concluding|Toward|Towards|Throughout|Once\s+more|Asked)\b[^,;:.]{0,80}\s$/u;
