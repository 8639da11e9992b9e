/** What a record calls the talk itself, or a part of it. */
const TALK =
  'conversation|meeting|discussion|discussions|talk|talks|interview|luncheon|lunch|dinner|session|call|exchange|group|party|subject|topic|matter|remainder|rest';
const COURSE =
  'ended|adjourned|concluded|closed|lasted|began|opened|broke (?:up|off|for)|recessed|took place|turned to|continued|followed|ensued|revolved|resumed|terminated|centered|dealt|moved (?:to|on)|was (?:then |briefly )?(?:adjourned|concluded|interrupted|resumed|joined|held|devoted|conducted|discussed|dropped)|were (?:not )?discussed';

const MEALS =
  'Breakfast|Lunch|Luncheon|Dinner|Supper|Tea|Coffee|Drinks|Cocktails|Refreshments|Champagne|Wine|Sherry|Brandy|Vodka|Whisk(?:e)?y|Caviar|Dessert|Fruit|Sandwiches|Cigars|Cigarettes';
const SERVED = 'served|brought|offered|passed|poured|announced|taken|handed (?:a)?round';

/** Those who come and go, or wait upon the others, and take no part in the talk. */
const COMPANY =
  'company|guests?|party|group|ladies|gentlemen|wives|others|two men|waiters?|servants?|bearers?|stewards?|butlers?|maids?|ushers?|guards?|photographers|cameramen|newsmen|reporters|press|correspondents';
/** What brings the party or takes it away; aircraft and ships are mostly spoken of. */
const VEHICLES = 'cars?|limousines?|motorcade|plane|train|boat|launch|bus|elevator';
const MOVED =
  'left|went|rose|moved|returned|cleared|withdrew|arrived|departed|adjourned|retired|joined|sat|stopped|drew up|took off|(?:were|was) (?:then |now |all |already |still )?(?:shown|ushered|seated|joined|announced|called|waiting|ready|dismissed|driven|escorted|received|excused|admitted|asked to|invited to|allowed|summoned|sent|brought|conducted|introduced|gone|silent|amused)';

/** What ceremony brings, in the plural, and what becomes of it. */
const CEREMONIES =
  'Pleasantries|Greetings|Amenities|Courtesies|Compliments|Introductions|Toasts|Gifts|Presents|Handshakes|Farewells|Photographs|Pictures|Documents|Signatures';
const PERFORMED = 'exchanged|taken|made|drunk|proposed|offered|given|presented|signed|completed';

/** What breaks in on a talk. */
const INTERRUPTION =
  'messenger|aide|note|message|telegram|cable|telephone call|phone call|slip of paper|knock|telephone|phone|bell';
const BREAKS_IN =
  '(?:was|were) (?:then |now )?(?:brought|handed|delivered|passed|received|shown|heard|carried)|came|arrived|entered|rang|interrupted';

/** Sentences in which nobody speaks, by what they tell of. */
const HAPPENINGS: readonly { of: string; wordings: readonly string[] }[] = [
  {
    of: 'agreement',
    wordings: [
      'It was (?:(?:then|finally|also|further|\\p{Ll}+ly) )?(?:agreed|decided|arranged|left) (?:that|to|between|on|upon)\\b',
      '(?:\\p{Lu}|\\p{Ll})[^.;]{0,100}\\b(?:was|were) (?:not |also |briefly |then )?(?:discussed|touched upon|exchanged)\\.?["”)]*\\s*$',
    ],
  },
  {
    of: 'the course of the talk',
    wordings: [
      'It was at this point\\b',
      `(?:The|Our|This|That|Other|Further|General|Some|Much of the|Most of the|A (?:brief|short|long|general|lengthy|further))\\s+(?:\\p{Ll}+\\s+){0,3}?(?:${TALK})\\b.{0,60}?\\b(?:${COURSE})\\b`,
      `(?:Over|During|At|After|With|Between) (?:\\p{L}+ ){1,4}(?:the )?(?:${TALK}) (?:then )?(?:turned|was general|became general|moved|passed|drifted|returned)\\b`,
      'There (?:then )?(?:followed|ensued)\\b',
      'There was (?:then )?(?:(?:some|no|considerable|a|much|general) )?(?:\\p{Ll}+,? ){0,3}(?:discussion|exchange|pause|silence|recess|break|laughter|amusement|applause|merriment|conversation)\\b',
    ],
  },
  { of: 'meals and drinks', wordings: [`(?:${MEALS})(?: and \\p{Ll}+)? (?:was|were) (?:then |now )?(?:${SERVED})\\b`] },
  {
    of: 'arrivals, departures and movements',
    wordings: [
      `The (?:(?:\\p{Ll}+ )?(?:${COMPANY}|${VEHICLES})) (?:then |now )?(?:${MOVED})\\b`,
      '(?:Everyone|Everybody|All|All present) (?:then )?(?:laughed|smiled|rose|nodded|agreed|stood|applauded|withdrew|left|sat down)\\b',
      '(?:They|The two (?:\\p{L}+ ){1,2}|Both (?:sides|men|parties|delegations|\\p{L}+s) )\\s*(?:then |also |finally )?(?:agreed to|agreed on|discussed|exchanged|parted|shook hands|adjourned|rose|reviewed|laughed|smiled|sat down|took their (?:seats|leave)|embraced)\\b',
    ],
  },
  {
    of: 'ceremonies',
    wordings: [`(?:${CEREMONIES}) (?:followed|(?:were|had been) (?:then |also |again )?(?:${PERFORMED}))\\b`],
  },
  {
    of: 'interruptions',
    wordings: [
      `(?:At (?:this|that) (?:point|moment|juncture|stage),? [Aa]n?|A|An|The) (?:\\p{Ll}+ )?(?:${INTERRUPTION}) (?:${BREAKS_IN})\\b`,
    ],
  },
];

const WORDINGS = HAPPENINGS.flatMap(({ wordings }) => wordings).map((wording) => new RegExp(`^["“]?${wording}`, 'u'));

/** Whether a sentence tells of something that happened, and of nobody's words. */
export const isHappening = (words: string): boolean => WORDINGS.some((wording) => wording.test(words));
