import { literal } from '../../text/patterns.js';
import { SIDES } from './sides.js';

/** An office of the United States abroad. */
export interface Post {
  /** Its titles in authority files. */
  held: RegExp;
  /** How memoranda call it. */
  name: string;
  /** Where it is held, with its preposition. */
  where: string;
}

/** Where governments received ambassadors between 1940 and 1992: the capital, other names of the place, and the side's id. */
const CAPITALS = `
Moscow, Kremlin: soviet
London, Downing Street, Whitehall, Chequers: british
Paris, Quai d'Orsay, Quai d’Orsay, Elysée, Élysée, Matignon: french
Bonn, Palais Schaumburg: german
East Berlin, Pankow: gdr
Rome, Palazzo Chigi, Villa Madama, Quirinal: italian
Vatican City: holy-see
Madrid: spanish
Lisbon: portuguese
Brussels: belgian
The Hague: dutch
Copenhagen: danish
Oslo: norwegian
Stockholm: swedish
Helsinki: finnish
Reykjavik: icelandic
Dublin: irish
Bern, Berne: swiss
Vienna, Ballhausplatz: austrian
Athens: greek
Ankara: turkish
Nicosia: cypriot
Warsaw: polish
Prague: czechoslovak
Budapest: hungarian
Bucharest: romanian
Sofia: bulgarian
Belgrade: yugoslav
Ottawa: canadian
Peking, Beijing: chinese
Taipei: taiwan
Tokyo: japanese
Seoul: korean
Saigon: vietnamese
Vientiane: laotian
Phnom Penh: cambodian
Bangkok: thai
Rangoon: burmese
Kuala Lumpur: malaysian
Djakarta, Jakarta: indonesian
Manila, Malacañang: philippine
Canberra: australian
Wellington: new-zealand
New Delhi: indian
Karachi, Rawalpindi, Islamabad: pakistani
Colombo: ceylonese
Katmandu, Kathmandu: nepalese
Dacca: bangladeshi
Kabul: afghan
Tehran, Teheran: iranian
Baghdad: iraqi
Damascus: syrian
Beirut: lebanese
Amman: jordanian
Jidda, Jeddah, Riyadh: saudi
Kuwait City: kuwaiti
Tel Aviv, Jerusalem: israeli
Cairo: egyptian
Tripoli: libyan
Tunis: tunisian
Algiers: algerian
Rabat: moroccan
Khartoum: sudanese
Addis Ababa: ethiopian
Mogadiscio, Mogadishu: somali
Nairobi: kenyan
Dar es Salaam: tanzanian
Kampala: ugandan
Leopoldville, Léopoldville, Kinshasa: congolese
Lagos: nigerian
Accra: ghanaian
Conakry: guinean
Abidjan: ivorian
Dakar: senegalese
Monrovia: liberian
Lusaka: zambian
Pretoria, Cape Town: south-african
Habana, Havana: cuban
Mexico City: mexican
Guatemala City: guatemalan
Tegucigalpa: honduran
San Salvador: salvadoran
Managua: nicaraguan
San José: costa-rican
Panama City: panamanian
Port-au-Prince: haitian
Santo Domingo, Ciudad Trujillo: dominican
Kingston: jamaican
Caracas: venezuelan
Bogotá, Bogota: colombian
Quito: ecuadoran
Lima: peruvian
La Paz: bolivian
Santiago: chilean
Buenos Aires: argentine
Montevideo: uruguayan
Asunción, Asuncion: paraguayan
Rio de Janeiro, Brasília, Brasilia: brazilian
`;

/** Seats of organisations, with the representative's title after "Representative of the United States". */
const SEATS: readonly { names: readonly string[]; title: string; where: string }[] = [
  {
    names: ['North Atlantic Council', 'NATO', 'Palais de Chaillot', 'Porte Dauphine'],
    title:
      '(?:to|on|in) (?:the )?(?:North Atlantic (?:Council|Treaty Organization)|Council of the North Atlantic.*|NATO)',
    where: 'at NATO',
  },
  {
    names: ['New York', 'United Nations', 'USUN'],
    title: '(?:to|at) the United Nations',
    where: 'at the United Nations',
  },
];

const OF_THE_US = 'of the United States(?: of America)?';
const named = (names: readonly string[]): RegExp =>
  new RegExp(`(?<!\\p{L})(?:${names.map(literal).join('|')})(?!\\p{L})`, 'u');

const POSTS: readonly { place: RegExp; posts: readonly Post[] }[] = [
  ...SEATS.map(({ names, title, where }) => ({
    place: named(names),
    posts: [
      { held: new RegExp(`^(?:\\w+ )?Representative ${OF_THE_US} ${title}$`), name: 'the Representative', where },
    ],
  })),
  ...CAPITALS.trim()
    .split('\n')
    .map((row) => {
      const [places = '', id] = row.split(': ');
      const names = places.split(', ');
      const states = SIDES.find((side) => side.id === id)!
        .names.map(literal)
        .join('|');
      const post = (title: string, name: string): Post => ({
        held: new RegExp(`^(?:${title}) ${OF_THE_US} (?:to|in) (?:the )?(?:${states})$`),
        name,
        where: `in ${names[0]}`,
      });
      return {
        place: named(names),
        posts: [
          post('Ambassador(?: Extraordinary and Plenipotentiary)?|Minister', 'the Ambassador'),
          post("Charg[ée] d['’][Aa]ffaires(?: ad interim)?", 'the Chargé'),
          post('Chief of the Liaison Office|High Commissioner', 'the chief of the mission'),
        ],
      };
    }),
];

/** The posts of the United States at a place: that of the ambassador before that of the chargé. */
export const postsAt = (place: string): readonly Post[] =>
  POSTS.find(({ place: wording }) => wording.test(place))?.posts ?? [];
