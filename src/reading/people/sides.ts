import { literal } from '../../text/patterns.js';

/** A side in a conversation: the names under which lists of participants and the text itself know it. */
export interface Side {
  id: string;
  names: readonly string[];
}

/** Names of states between 1940 and 1992 with their adjectives and the short forms of memoranda; the first is the id. */
const STATES = `
us: United States, U.S., US, USA, U.S.A., United States of America, American, Americans
soviet: USSR, U.S.S.R., Soviet Union, Soviet, Soviets, Russian, Russia
french: France, French, French Republic
british: United Kingdom, British, U.K., UK, Great Britain, England, English
german: Germany, German, Germans, F.R.G., FRG, Federal Republic of Germany, West Germany, West German
gdr: German Democratic Republic, G.D.R., GDR, East Germany, East German
chinese: China, Chinese, P.R.C., PRC, People's Republic of China
taiwan: Republic of China, Taiwan, G.R.C., GRC
japanese: Japan, Japanese
indian: India, Indian
pakistani: Pakistan, Pakistani
israeli: Israel, Israeli, Israelis
egyptian: Egypt, Egyptian, Egyptians, U.A.R., UAR, United Arab Republic
italian: Italy, Italian
canadian: Canada, Canadian
polish: Poland, Polish
czechoslovak: Czechoslovakia, Czechoslovak, Czech
hungarian: Hungary, Hungarian
romanian: Romania, Romanian, Rumania, Rumanian
bulgarian: Bulgaria, Bulgarian
yugoslav: Yugoslavia, Yugoslav
albanian: Albania, Albanian
austrian: Austria, Austrian
swiss: Switzerland, Swiss
dutch: Netherlands, Dutch, The Netherlands
belgian: Belgium, Belgian
luxembourg: Luxembourg
danish: Denmark, Danish
norwegian: Norway, Norwegian
swedish: Sweden, Swedish
finnish: Finland, Finnish
icelandic: Iceland, Icelandic
irish: Ireland, Irish
spanish: Spain, Spanish
portuguese: Portugal, Portuguese
greek: Greece, Greek
turkish: Turkey, Turkish
cypriot: Cyprus, Cypriot
holy-see: Holy See, Vatican
iranian: Iran, Iranian
iraqi: Iraq, Iraqi
syrian: Syria, Syrian
lebanese: Lebanon, Lebanese
jordanian: Jordan, Jordanian
saudi: Saudi Arabia, Saudi, Saudi Arabian, S.A.G.
yemeni: Yemen, Yemeni
kuwaiti: Kuwait, Kuwaiti
afghan: Afghanistan, Afghan
palestinian: Palestine Liberation Organization, P.L.O., PLO
korean: Republic of Korea, Korea, Korean, R.O.K., ROK, South Korea, South Korean
north-korean: North Korea, North Korean, D.P.R.K., DPRK
vietnamese: Vietnam, Viet-Nam, Viet Nam, Vietnamese, Republic of Vietnam, G.V.N., GVN, South Vietnam
north-vietnamese: North Vietnam, North Vietnamese, D.R.V., DRV, Democratic Republic of Vietnam
laotian: Laos, Lao, Laotian
cambodian: Cambodia, Cambodian
thai: Thailand, Thai
burmese: Burma, Burmese
malaysian: Malaysia, Malaysian, Malaya, Malayan
singaporean: Singapore, Singaporean
indonesian: Indonesia, Indonesian
philippine: Philippines, Philippine, Filipino
australian: Australia, Australian
new-zealand: New Zealand, New Zealanders
ceylonese: Ceylon, Ceylonese, Sri Lanka
nepalese: Nepal, Nepalese
bangladeshi: Bangladesh, Bangladeshi
cuban: Cuba, Cuban
mexican: Mexico, Mexican
guatemalan: Guatemala, Guatemalan
honduran: Honduras, Honduran
salvadoran: El Salvador, Salvadoran
nicaraguan: Nicaragua, Nicaraguan
costa-rican: Costa Rica, Costa Rican
panamanian: Panama, Panamanian
haitian: Haiti, Haitian
dominican: Dominican Republic, Dominican
jamaican: Jamaica, Jamaican
venezuelan: Venezuela, Venezuelan
colombian: Colombia, Colombian
ecuadoran: Ecuador, Ecuadoran, Ecuadorean
peruvian: Peru, Peruvian
bolivian: Bolivia, Bolivian
chilean: Chile, Chilean
argentine: Argentina, Argentine
uruguayan: Uruguay, Uruguayan
paraguayan: Paraguay, Paraguayan
brazilian: Brazil, Brazilian
moroccan: Morocco, Moroccan
algerian: Algeria, Algerian
tunisian: Tunisia, Tunisian
libyan: Libya, Libyan
sudanese: Sudan, Sudanese
ethiopian: Ethiopia, Ethiopian
somali: Somalia, Somali
kenyan: Kenya, Kenyan
tanzanian: Tanzania, Tanganyika, Tanzanian
ugandan: Uganda, Ugandan
congolese: Congo, Congolese, Zaire, Zairian
nigerian: Nigeria, Nigerian
ghanaian: Ghana, Ghanaian
guinean: Guinea, Guinean
ivorian: Ivory Coast, Ivorian
senegalese: Senegal, Senegalese
liberian: Liberia, Liberian
angolan: Angola, Angolan
mozambican: Mozambique, Mozambican
zambian: Zambia, Zambian
rhodesian: Rhodesia, Rhodesian
zimbabwean: Zimbabwe, Zimbabwean
south-african: South Africa, South African, Union of South Africa
un: United Nations, U.N., UN
nato: NATO, N.A.T.O.
ec: European Community, European Communities, Commission
`;

export const SIDES: readonly Side[] = STATES.trim()
  .split('\n')
  .map((row) => {
    const [id = '', names = ''] = row.split(': ');
    return { id, names: names.split(', ') };
  });

const NAMES = SIDES.flatMap((side) => side.names.map((name) => ({ name, side })))
  // Commissions are many; only as a heading does the word alone mean that of the Communities.
  .filter(({ name }) => !/\./.test(name) && name !== 'Commission')
  .sort((one, other) => other.name.length - one.name.length);
const ANY = new RegExp(`\\b(?:${NAMES.map(({ name }) => literal(name)).join('|')})\\b`);

/** The side of which words speak; of "German Democratic Republic" that one, and not Germany. */
export function sideSpokenOf(words: string): Side | undefined {
  const found = ANY.exec(words)?.[0].replace(/\s+/g, ' ');
  return NAMES.find(({ name }) => name === found)?.side;
}

const byName = new Map(SIDES.flatMap((side) => side.names.map((name) => [name.toLowerCase(), side] as const)));

/** Words that make a side of any name before them: "Panamanian Side", "the Delegation of Chad". */
const AS_A_SIDE =
  /^(?:for )?(?:the )?(?:\p{Lu}[\p{L}.’'-]*\s+){1,3}(?:side|delegation|party|participants|representatives|group)$/iu;

/** The side that a line of the participants' list names, when it is nothing but such a name. */
export function sideNamed(line: string): Side | undefined {
  const words = line.replace(/^[\s*_]+|[\s*_:]+$/g, '').replace(/\s+/g, ' ');
  const name = words
    .replace(/^(?:for |on |from )?the\s+|^for\s+/gi, '')
    .replace(/\s+(?:side|delegation|participants|party|representatives|group|government)$/gi, '')
    .replace(/^(?:delegation|government|representatives) of (?:the )?/gi, '')
    .trim()
    .toLowerCase();
  const known = byName.get(name);
  if (known || !AS_A_SIDE.test(words)) return known;
  return { id: name, names: [words] };
}

/** A side before its people on one line, "US: The Secretary, Mr. Hyland": where its name ends, its colon included. */
export function sideBefore(line: string): number | undefined {
  const match = /^(\s*[^:–—]{2,40}?)\s*(?::|\s[-–—])\s+(?=\S)/.exec(line);
  return match && sideNamed(match[1]!) ? match[0].trimEnd().length : undefined;
}
