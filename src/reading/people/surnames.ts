/** Surnames that are also words, and begin sentences as such. */
export const WORDS_TOO: ReadonlySet<string> = new Set(
  `Ball Beam Begin Bell Black Church Cook Day Field Frost Gray Green Hill Holt Home Horn Hunt King Lie Long Lord Major March
  May Merchant North Page Porter Price Rice Rich Rose Snow Stone Turner West White Wood Young`.split(/\s+/),
);

/** Surnames that stand for something else whenever no title or given name stands before them. */
const ELSE =
  /^(?:I{1,3}|IV|V|X|A|U|An|He|She|It|We|My|No|So|To|Do|Go|In|On|At|As|By|Or|If|East|South|North|West|Sea|Bay|Gulf|City|May|March|April|June|August|Sunday|Monday|Friday|State|States|Union|Congress|Senate|House|Party|Press|Court|Church|Bank|Plan|Berlin|Paris|London|Moscow|Washington|Cuba|China|Congo|Laos|India|Israel|Jordan|Poland|Holland|England|France|Ireland|Burma|Chad|Mali|Guinea|Malta|Panama|Turkey|Austria|Geneva|Vienna|Rome|Bonn|York|Hanover|Lisbon|Warsaw|Prague|Peking|Christian|German|French|English|Welsh|Israeli|Pope|Bishop|Cardinal)$/;
export const isSomethingElse = (word: string): boolean => ELSE.test(word);

/** Surnames that many bear: without a title or an office they tell nobody. */
const COMMON: ReadonlySet<string> = new Set(
  `Allen Anderson Baker Barre Brown Bush Butler Casey Chen Clark Cutler Dumas Ford Fraser Garcia Gates Goldberg Howe Hu Hua
  Huang Hull Johnson Kirk Lee Li Liu Lloyd Lodge Malik Marie Marshall Mayer Morrison Novikov Owen Patterson Pavlov Perkins
  Pickering Powell Rao Richardson Rogers Schmidt Singh Smith Stewart Strauss Suzuki Thompson Turner Vinogradov Wallace
  Walters Watson Wilson Zhao`.split(/\s+/),
);
/** Whether a surname without a title can mean one man out of office. */
export const tellsAlone = (surname: string): boolean =>
  surname.length > 3 && !COMMON.has(surname) && !WORDS_TOO.has(surname);
