/** An office that memoranda name without its holder: "the Secretary", "the Chairman". */
export interface Office {
  /** The phrase after the article. */
  phrase: string;
  /** The title of the office in authority files; absent where only the people of the memorandum can tell. */
  held?: RegExp;
  /** Longer titles whose bearer is called by this one: "the General" for a Lieutenant General. */
  bearers?: RegExp;
}

const SECRETARY_OF_STATE = /^Secretary of State of the United States$/;

/** In a United States memorandum "the Secretary" and "the President" are its own. */
export const OFFICES: readonly Office[] = [
  { phrase: 'First Deputy Foreign Minister' },
  { phrase: 'Deputy Foreign Minister' },
  { phrase: 'Foreign Minister' },
  {
    phrase: 'Foreign Secretary',
    held: /^Secretary of State for Foreign(?: and Commonwealth)? Affairs of the United Kingdom$/,
  },
  { phrase: 'Prime Minister', bearers: /^(?:PM|Premier)$/ },
  { phrase: 'Deputy Prime Minister' },
  { phrase: 'Premier', bearers: /^Prime Minister\b/ },
  { phrase: '(?:First )?(?:Vice|Deputy) Premier', bearers: /^(?:Vice|Deputy) Prime Minister\b/ },
  { phrase: 'Vice (?:Foreign )?Minister' },
  { phrase: 'Vice Chancellor' },
  { phrase: '(?:[Rr]eporting|[Dd]rafting|[Rr]ecording) [Oo]fficer|[Nn]ote-?taker|undersigned' },
  { phrase: 'Defense Minister' },
  { phrase: 'Finance Minister' },
  { phrase: 'Minister', bearers: /^(?:Foreign|Prime|Defense|Finance|Vice Foreign|Deputy Foreign)\s+Minister\b/ },
  { phrase: 'Secretary[- ]General', held: /^(?:Acting )?Secretary-General of the United Nations$/ },
  { phrase: 'General Secretary', held: /^General Secretary of the Communist Party of the Soviet Union$/ },
  { phrase: 'Vice[- ]President', held: /^Vice President of the United States$/ },
  { phrase: 'Attorney General', held: /^Attorney General of the United States$/ },
  { phrase: 'Deputy Under Secretary' },
  { phrase: 'Under ?[Ss]ecretary of State', bearers: /^Under ?[Ss]ecretary$/ },
  { phrase: 'Under ?[Ss]ecretary' },
  { phrase: 'Deputy Secretary' },
  { phrase: 'Assistant Secretary' },
  { phrase: 'Acting Secretary' },
  { phrase: 'Secretary of State', held: SECRETARY_OF_STATE, bearers: /^Secretary$/ },
  { phrase: 'Secretary of Defense', held: /^Secretary of Defense of the United States$/ },
  { phrase: 'Secretary|Sec\\.?', held: SECRETARY_OF_STATE },
  { phrase: 'President|Pres\\.?', held: /^President of the United States$/ },
  { phrase: 'Chairman', held: /^Chairman of the Council of Ministers of the USSR$/ },
  { phrase: 'Chancellor', held: /^(?:Federal )?Chancellor of/ },
  { phrase: 'Ambassador', bearers: /^Amb\.$/ },
  { phrase: 'Field Marshal' },
  { phrase: 'Marshal', bearers: /Marshal$/ },
  {
    phrase: 'General',
    bearers: /^(?:(?:Lieutenant|Lt\.|Major|Maj\.|Brigadier|Brig\.) )?Gen(?:eral|\.)$|^Generalissimo$/,
  },
  { phrase: 'Admiral', bearers: /^(?:Vice |Rear )?Adm(?:iral|\.)$/ },
  { phrase: 'Senator', bearers: /^Sen\.$/ },
  { phrase: 'Governor', bearers: /^Gov\.$/ },
  ...['Crown Prince', 'Prince', 'King', 'Queen', 'Shah', 'Emperor', 'Congressman', 'Consul General', 'Counselor'].map(
    (phrase) => ({ phrase }),
  ),
  ...['Charg[ée]', 'Attach[ée]', 'Director', 'Commissioner', 'High Commissioner', 'Professor', 'Judge', 'Mayor'].map(
    (phrase) => ({ phrase }),
  ),
];

/** Offices that every state has, with the beginning of their titles in authority files. */
export const OF_STATES: readonly { phrase: RegExp; held: RegExp }[] = [
  {
    phrase: /^(?:Foreign Minister|Minister (?:of|for) Foreign Affairs|Foreign Secretary)$/,
    held: /^(?:People['’]s Commissar for|Minister (?:of|for)) (?:Foreign|External) Affairs\b|^Secretary of State for Foreign\b/,
  },
  {
    phrase: /^(?:Prime Minister|Premier)$/,
    held: /^(?:Prime Minister|Premier|President of the Council of Ministers|Chairman of the Council of (?:Ministers|People['’]s Commissars))\b/,
  },
  { phrase: /^Chairman$/, held: /^Chairman of the (?:Council of Ministers|Central Committee|People['’]s Republic)\b/ },
  { phrase: /^President$/, held: /^(?:Interim )?President of (?!the Council)/ },
  { phrase: /^Chancellor$/, held: /^(?:Federal )?Chancellor\b/ },
  { phrase: /^Defense Minister$/, held: /^Minister of Defen[cs]e\b/ },
  { phrase: /^Ambassador$/, held: /^Ambassador\b/ },
  {
    phrase: /^(?:King|Queen|Shah|Emperor|General Secretary|Vice[- ]President)$/,
    held: /^(?:King|Queen|Shah|Emperor|General Secretary|Vice President)\b/,
  },
];
