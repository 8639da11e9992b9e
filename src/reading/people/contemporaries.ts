/**
 * Surnames that memoranda of the period give without title or given name, of people who held none of the offices in
 * the authority files. Each names one well-known man; where he is in no authority he gets an entry of the edition's own.
 */
export const CONTEMPORARIES: ReadonlySet<string> = new Set(
  `Adoula Allende Alphand Ayub Balewa Batista Ben-Bella Beneš Benes Beria Betancourt Bhutto Bourguiba Bunche Caccia
  Castro Ceaușescu Ceausescu Chiang Diem Dubček Dubcek Duvalier Fulbright Gagarin Gomułka Gomulka Grotewohl
  Guevara Gürsel Hallstein Hitler Hoxha Husák Husak Inönü Inonu Kádár Kadar Karamanlis Kardelj Kasavubu
  Kaunda Kenyatta Kozlov Lenin Lumumba Maisky Makarios Malinovsky Masaryk McCloy McCone Menzies Mikoyan Mobutu Monnet
  Mossadegh Mossadeq Mussolini Nagy Nkrumah Novotný Novotny Nyerere Ollenhauer Papandreou Perón Peron Petrosyan
  Phoumi Podgorny Rákosi Rakosi Ribbentrop Salazar Semenov Semyonov Shelest Sihanouk Slánský Smirnov
  Sobolev Souvanna Spaak Sukarno Suslov Tito Touré Trotsky Trujillo Tsarapkin Tshombe Ulbricht Ustinov Verwoerd
  Voroshilov Weizmann Wyszyński Wyszynski Zhukov Zorin`
    .split(/\s+/)
    .filter(Boolean),
);

/** Surnames that are also words, and begin sentences as such. */
export const WORDS_TOO: ReadonlySet<string> = new Set(
  `Ball Beam Begin Bell Black Church Cook Day Field Frost Gray Green Hill Home Hunt King Lie Long Lord Major March May
  North Page Price Rice Rich Rose Snow Stone West White Wood Young`.split(/\s+/),
);

/** Surnames that many bear: without a title or an office they tell nobody. */
const COMMON: ReadonlySet<string> = new Set(
  `Allen Anderson Baker Barre Brown Bush Butler Chen Clark Cutler Ford Gates Hull Lodge Marshall Dumas Goldberg Howe Hu Hua Huang Johnson Kirk Li Liu Lloyd Malik Marie Mayer Morrison
  Novikov Owen Patterson Pavlov Perkins Pickering Powell Rao Richardson Rogers Schmidt Singh Smith Stewart Strauss
  Thompson Wallace Walters Watson Wilson Zhao`.split(/\s+/),
);
/** Whether a surname without a title can mean one man out of office. */
export const tellsAlone = (surname: string): boolean =>
  surname.length > 3 && !COMMON.has(surname) && !WORDS_TOO.has(surname);
