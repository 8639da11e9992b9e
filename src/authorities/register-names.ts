/** The names of a person as an authority file has them, ready to be looked up. */
export interface Names {
  /** As one says it: "David Laurence Aaron". */
  preferred: string;
  /** Other full forms. */
  variants: string[];
  /** With its particles: "von Papen", "al-Asad". */
  surname: string;
  /** By which the surname is also looked up: "Papen", "Asad"; the surnames of other forms. */
  otherSurnames: string[];
}

interface Form {
  name: string;
  surname: string;
  /** All by which the surname is looked up; none where no part of the form is marked as one. */
  surnames: string[];
}

const GENERATION = /^(?:Jr|Sr|II|III|IV|V|2nd|3rd)\.?$/;
/** What a register puts behind the given names though it stands before the surname: "Papen, Franz von". */
const PARTICLES =
  /(?:^|\s)((?:(?:von|van|der|den|de|del|della|du|des|di|da|das|do|dos|la|le|los|las|ter|ten|zu|af|arap|ben|bin|ibn)(?=\s|$)\s?)+)$/;
const ARABIC_ARTICLE = /(?:^|\s)((?:al|el|as|ash|ad|ar|at|an|ul)[-–])$/i;
const PARTICLE_LAST = /(?:^|\s)\p{Ll}[^\s-]*$|[-–]$/u;
const LEADING_ARTICLE = /^(?:al|el)[-–\s]+(?=\p{Lu})/iu;
/** Ranks and offices before a name; the same man bore others, and his terms tell when. */
const TITLES =
  /^(?:(?:Acting|Vice|Lieutenant|Lt\.|Lieut\.|Major|Maj\.|Brigadier|Brig\.|Rear|Field|Air|Crown|President|President-elect|Prime Minister|Premier|Chancellor|Chairman|King|Queen|Emperor|Amir|Emir|Sultan|Foreign Minister|General(?: of the Army)?|Gen\.|Admiral(?: of the Fleet)?|Adm\.|Marshal(?: of the Royal Air Force)?|Colonel|Col\.|Captain|Capt\.|Commander|Commodore|Dr\.|Professor|Prof\.|Sir|Senator|Representative|Prince|Princess|Sheikh|Baron|Count|Lord|Viscount|Mrs\.|Reverend)\s+)+/;
/** Titles that make a full name with a surname alone. */
const NOBLE = /^(?:Lord|Viscount|Baron|Count|Prince|Princess|Sheikh)\s/;

/**
 * Names in the form of a register, where the surname comes first: "Aaron, David Laurence"; "Byrd, Harry Flood, Jr.";
 * "Papen, Franz von"; "Asad, Hafez al-"; "Carter, James Earl (“Jimmy”), Jr.". A form without a comma has no part that
 * would be a surname alone: "Deng Xiaoping", "Elizabeth II".
 */
export function namesOfRegister(preferred: string, others: readonly string[]): Names {
  const [head, ...more] = formsOf(preferred);
  const { name, surname, surnames: own } = head!;
  if (more.length + others.length === 0) {
    return {
      preferred: name,
      variants: [],
      surname,
      otherSurnames: [...new Set(own)].filter((other) => other !== surname),
    };
  }
  const forms = [...more, ...others.flatMap(formsOf)];
  const variants = forms.map((form) => fullName(form.name)).filter((form) => form !== name && /\s/.test(form));
  const surnames = [head!, ...forms].flatMap((form) => form.surnames);
  const spellings = forms.flatMap((form) => (isSpellingOf(surname, form.name) ? [form.name] : []));
  return {
    preferred: name,
    variants: [...new Set(variants)],
    surname,
    otherSurnames: [...new Set([...surnames, ...spellings])].filter((other) => other !== surname),
  };
}

/** Without titles: "President Abel Pacheco" is Abel Pacheco, and "President Lescot" no full name at all. */
function fullName(form: string): string {
  const bare = form.replace(TITLES, '');
  return /\s/.test(bare) || !NOBLE.test(form) ? bare : form;
}

/** One word beside a name may be its surname in another spelling, "Gousev" for Gusev, or what he is called by: "Out". */
const isSpellingOf = (surname: string, word: string): boolean =>
  word.length > 3 && !/\s/.test(word) && word[0] === surname[0];

/** The form itself, and those that its brackets and quotation marks give beside it. */
function formsOf(written: string): Form[] {
  if (!/[([\]“”"]/.test(written)) return [formOf(written)];
  // "R(obert)" is Robert.
  const words = written.replace(/(?<=\p{L})\((\p{Ll}+)\)/gu, '$1').replace(/,(?=[”"])/g, '');
  const base = words.replace(ASIDE, ' ').replace(/[()[\]“”"]/g, ' ');
  const asides = [...words.matchAll(ASIDE)].flatMap(({ 1: aside = '', 2: quoted = '', index }) =>
    alternativesIn(aside + quoted).flatMap((other) => besides(words, index, other)),
  );
  return [formOf(base), ...asides.map(formOf)];
}

/** What stands in brackets or in quotation marks. */
const ASIDE = /\s*(?:[([]([^()[\]]*)[)\]]|["“”]([^()[\]"“”]*)["“”])/gu;

/** "also Juluud and Jalloud" gives two; "subsequently Colonel", "USAF" and "Sir Robert from 1954" give none. */
const alternativesIn = (aside: string): string[] =>
  aside
    .replace(/["“”]/g, '')
    .replace(/^also\s+/, '')
    .split(/\s+and\s+/)
    .map((other) => other.replace(/[,\s]+$/, '').trim())
    .filter((other) => ALTERNATIVE.test(other) && !/^\p{Lu}{3,}$/u.test(other));
const ALTERNATIVE = /^\p{Lu}[\p{L}’'.-]*(?:,? (?:al-|el-)?\p{Lu}[\p{L}’'.-]*)*$/u;

/** The name with another spelling or a nickname in place of the word before it, or the other name that stands there. */
function besides(words: string, index: number, other: string): string[] {
  const before = words.slice(0, index).replace(ASIDE, ' ').trimEnd();
  const after = words.slice(index).replace(ASIDE, ' ').trim();
  const comma = before.indexOf(',');
  if (other.includes(',')) return [other];
  if (/\s/.test(other)) return comma < 0 && !after.startsWith(',') ? [other] : [];
  if (comma >= 0) return [`${before.slice(0, comma)}, ${other}${/,\s*(?:Jr|Sr)\.?/.exec(words)?.[0] ?? ''}`];
  return [`${before.replace(/\S+$/, '')}${other}${after.startsWith(',') ? '' : ' '}${after}`];
}

function formOf(written: string): Form {
  const [heading = '', ...parts] = written.split(',').map(onOneLine).filter(Boolean);
  const generation = parts.find((part) => GENERATION.test(part));
  const suffix = generation === undefined ? '' : /^[JS]/.test(generation) ? `, ${generation}` : ` ${generation}`;
  const given = parts.find((part) => part !== generation);
  if (given === undefined) {
    // With its generation alone behind the comma, a name stands as one says it: "Robert Douglas Stuart, Jr.".
    return { name: heading + suffix, surname: generation ? heading.split(' ').at(-1)! : heading, surnames: [] };
  }
  // "Rumania, The King of" has no surname.
  if (/^The\s|\bof$/.test(given)) {
    const name = `${given} ${heading}`;
    return { name, surname: name, surnames: [] };
  }
  if (!PARTICLE_LAST.test(given)) {
    const bare = heading.replace(LEADING_ARTICLE, '');
    const surnames = bare === heading ? [heading] : [heading, bare];
    return { name: `${given} ${heading}${suffix}`, surname: heading, surnames };
  }
  const article = ARABIC_ARTICLE.exec(given);
  const particles = article ?? PARTICLES.exec(given);
  const surname = article ? article[1]! + heading : particles ? `${particles[1]!.trim()} ${heading}` : heading;
  const first = particles ? given.slice(0, particles.index) : given;
  return {
    name: `${first} ${surname}`.trim() + suffix,
    surname,
    surnames: [surname, heading, heading.replace(LEADING_ARTICLE, '')],
  };
}

const onOneLine = (words: string): string => words.replace(/\s{2,}/g, ' ').trim();

/** "Henry Morgenthau" for "Henry Morgenthau, Jr.". */
export const withoutGeneration = (name: string): string => name.replace(/,? (?:Jr\.?|Sr\.?|II|III|IV)$/, '');
