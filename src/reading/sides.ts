/** A side in a conversation: the names under which lists of participants and the text itself know it. */
export interface Side {
  id: string;
  names: readonly string[];
  /** How titles of its offices name it: "Ambassador of France", "Minister of Foreign Affairs of the USSR". */
  country: RegExp;
}

export const SIDES: readonly Side[] = [
  {
    id: 'us',
    names: ['U.S.', 'US', 'USA', 'U.S.A.', 'United States', 'American', 'Americans'],
    country: /\bUnited States\b/,
  },
  {
    id: 'soviet',
    names: ['U.S.S.R.', 'USSR', 'Soviet', 'Soviets', 'Soviet Union', 'Russian'],
    country: /\b(?:USSR|Soviet Union)\b/,
  },
  { id: 'french', names: ['French', 'France'], country: /\b(?:France|French Republic)\b/ },
  { id: 'british', names: ['British', 'U.K.', 'UK', 'United Kingdom', 'Great Britain'], country: /\bUnited Kingdom\b/ },
  {
    id: 'german',
    names: ['German', 'Germany', 'Germans', 'F.R.G.', 'FRG', 'Federal Republic of Germany'],
    country: /\b(?:Germany|German)\b/,
  },
  { id: 'chinese', names: ['Chinese', 'China', 'P.R.C.', 'PRC'], country: /\bChina\b/ },
  { id: 'japanese', names: ['Japanese', 'Japan'], country: /\bJapan\b/ },
  { id: 'indian', names: ['Indian', 'India'], country: /\bIndia\b/ },
  { id: 'israeli', names: ['Israeli', 'Israelis', 'Israel'], country: /\bIsrael\b/ },
  { id: 'egyptian', names: ['Egyptian', 'Egypt', 'U.A.R.', 'UAR'], country: /\b(?:Egypt|United Arab Republic)\b/ },
  { id: 'italian', names: ['Italian', 'Italy'], country: /\bItaly\b/ },
  { id: 'canadian', names: ['Canadian', 'Canada'], country: /\bCanada\b/ },
  { id: 'un', names: ['U.N.', 'UN', 'United Nations'], country: /\bUnited Nations\b/ },
];

const byName = new Map(SIDES.flatMap((side) => side.names.map((name) => [name.toLowerCase(), side] as const)));

/** The side that a line of the participants' list names, when it is nothing but such a name. */
export function sideNamed(line: string): Side | undefined {
  const name = line
    .replace(/^\*+|[*:]+$/g, '')
    .replace(/^(?:for )?the\s+|\s+(?:side|delegation|participants)$/gi, '')
    .trim()
    .toLowerCase();
  return byName.get(name);
}
