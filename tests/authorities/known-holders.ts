/** Who held an office on a day, by the name that stands after a title. */
export const KNOWN_HOLDERS = `
1940-06-01 | President of the United States | Roosevelt
1952-03-01 | President of the United States | Truman
1963-12-01 | President of the United States | Johnson
1975-07-30 | President of the United States | Ford
1954-05-01 | Vice President of the United States | Nixon
1943-10-20 | Secretary of State of the United States | Hull
1962-10-18 | Secretary of State of the United States | Rusk
1974-11-24 | Secretary of State of the United States | Kissinger
1986-10-11 | Secretary of State of the United States | Shultz
1962-10-22 | Secretary of Defense of the United States | McNamara
1973-10-10 | Secretary of Defense of the United States | Schlesinger
1979-06-18 | Assistant to the President for National Security Affairs | Brzezinski
1943-08-01 | Under Secretary of State of the United States | Welles
1948-06-24 | Under Secretary of State of the United States | Lovett
1959-09-01 | Under Secretary of State of the United States | Dillon
1963-06-01 | Under Secretary of State of the United States | Ball
1968-03-01 | Under Secretary of State of the United States | Katzenbach
1975-06-01 | Deputy Secretary of State of the United States | Ingersoll
1978-12-15 | Deputy Secretary of State of the United States | Warren Christopher
1963-10-01 | Under Secretary of State for Political Affairs of the United States | Harriman
1987-01-15 | Under Secretary of State for Political Affairs of the United States | Armacost
1960-05-01 | Director of Central Intelligence of the United States | Allen Dulles
1962-10-16 | Director of Central Intelligence of the United States | McCone
1970-09-15 | Director of Central Intelligence of the United States | Helms
1976-06-01 | Director of Central Intelligence of the United States | Bush
1962-10-27 | Attorney General of the United States | Robert Kennedy
1970-01-15 | Attorney General of the United States | Mitchell
1963-06-01 | Ambassador of the United States to the Soviet Union | Kohler
1961-06-01 | Ambassador of the United States to the United Kingdom | Bruce
1964-01-15 | Ambassador of the United States to France | Bohlen
1964-01-15 | Ambassador of the United States to the Federal Republic of Germany | McGhee
1965-02-01 | Permanent Representative of the United States to the United Nations | Stevenson
1951-06-01 | High Commissioner of the United States for Germany | McCloy
1950-01-15 | Minister of Foreign Affairs of the USSR | Vyshinsky
1955-07-20 | Minister of Foreign Affairs of the USSR | Molotov
1963-01-10 | Minister of Foreign Affairs of the USSR | Gromyko
1985-11-19 | Minister of Foreign Affairs of the USSR | Shevardnadze
1961-06-03 | Chairman of the Council of Ministers of the USSR | Khrushchev
1967-06-23 | Chairman of the Council of Ministers of the USSR | Kosygin
1945-02-10 | Chairman of the Presidium of the Supreme Soviet of the USSR | Kalinin
1965-06-01 | Chairman of the Presidium of the Supreme Soviet of the USSR | Mikoyan
1972-05-22 | Chairman of the Presidium of the Supreme Soviet of the USSR | Podgorny
1956-01-15 | Minister of Defense of the USSR | Zhukov
1962-10-01 | Minister of Defense of the USSR | Malinovsky
1980-01-15 | Minister of Defense of the USSR | Ustinov
1962-11-15 | Permanent Representative of the Soviet Union to the United Nations | Zorin
1957-03-01 | Permanent Representative of the Soviet Union to the United Nations | Sobolev
1970-01-15 | Ambassador of the Soviet Union to the United States | Dobrynin
1945-08-20 | Secretary of State for Foreign Affairs of the United Kingdom | Bevin
1956-11-01 | Prime Minister of the United Kingdom | Eden
1962-12-19 | Prime Minister of the United Kingdom | Macmillan
1963-12-01 | Secretary of State for Foreign Affairs of the United Kingdom | Butler
1960-01-15 | Ambassador of the United Kingdom to the United States | Caccia
1949-04-04 | Minister of Foreign Affairs of France | Schuman
1963-01-14 | Minister of Foreign Affairs of France | Couve de Murville
1961-06-02 | President of France | de Gaulle
1960-01-15 | Ambassador of France to the United States | Alphand
1961-08-13 | Minister of Foreign Affairs of the Federal Republic of Germany | von Brentano
1970-08-12 | Chancellor of the Federal Republic of Germany | Brandt
1955-01-15 | President of the Federal Republic of Germany | Heuss
1961-08-13 | Minister of Defense of the Federal Republic of Germany | Strauss
1961-08-13 | Chairman of the Council of State of the German Democratic Republic | Ulbricht
1955-09-20 | Chairman of the Council of Ministers of the German Democratic Republic | Grotewohl
1959-05-11 | Minister of Foreign Affairs of the German Democratic Republic | Bolz
1972-12-21 | Minister of Foreign Affairs of the German Democratic Republic | Winzer
1987-09-07 | Chairman of the Council of State of the German Democratic Republic | Honecker
1950-06-25 | Minister of Foreign Affairs of the People's Republic of China | Zhou
1962-07-23 | Minister of Foreign Affairs of the People's Republic of China | Chen
1973-11-12 | Minister of Foreign Affairs of the People's Republic of China | Chi
1975-10-20 | Minister of Foreign Affairs of the People's Republic of China | Ch'iao
1985-01-15 | Minister of Foreign Affairs of the People's Republic of China | Wu
1955-02-01 | Minister of Foreign Affairs of the Republic of China | Yeh
1963-09-11 | President of the Republic of China | Chiang
1980-01-15 | President of the Republic of China | Chiang Ching-kuo
1941-12-07 | Prime Minister of Japan | Tojo
1951-09-08 | Prime Minister of Japan | Yoshida
1960-01-19 | Prime Minister of Japan | Kishi
1961-06-20 | Prime Minister of Japan | Ikeda
1969-06-01 | Prime Minister of Japan | Sato
1972-09-01 | Prime Minister of Japan | Tanaka
1985-01-02 | Prime Minister of Japan | Nakasone
1941-04-13 | Minister of Foreign Affairs of Japan | Matsuoka
1954-05-01 | Minister of Foreign Affairs of Japan | Okazaki
1961-06-21 | Minister of Foreign Affairs of Japan | Kosaka
1963-08-01 | Minister of Foreign Affairs of Japan | Ohira
1970-06-01 | Minister of Foreign Affairs of Japan | Aichi
1984-05-01 | Minister of Foreign Affairs of Japan | Abe
1962-11-19 | Prime Minister of India | Nehru
1962-10-20 | Minister of Defense of India | Menon
1965-09-01 | Minister of External Affairs of India | Singh
1971-08-09 | Minister of External Affairs of India | Singh
1978-01-15 | Minister of External Affairs of India | Vajpayee
1968-01-15 | Minister of External Affairs of India | Gandhi
1961-07-11 | President of Pakistan | Ayub
1965-01-15 | Minister of Foreign Affairs of Pakistan | Bhutto
1971-10-01 | President of Pakistan | Yahya
1960-03-13 | Minister of Foreign Affairs of Israel | Meir
1967-06-05 | Minister of Foreign Affairs of Israel | Eban
1976-01-15 | Minister of Foreign Affairs of Israel | Allon
1978-09-17 | Minister of Foreign Affairs of Israel | Dayan
1973-10-06 | Minister of Defense of Israel | Dayan
1950-01-15 | President of Israel | Weizmann
1956-07-26 | Minister of Foreign Affairs of Egypt | Fawzi
1962-09-01 | Minister of Foreign Affairs of the United Arab Republic | Fawzi
1967-06-05 | Minister of Foreign Affairs of the United Arab Republic | Riad
1975-09-04 | Minister of Foreign Affairs of Egypt | Fahmy
1986-01-15 | Minister of Foreign Affairs of Egypt | Abdel Meguid
1953-10-01 | Prime Minister of Iran | Zahedi
1952-10-01 | Prime Minister of Iran | Mossadegh
1962-04-11 | Shah of Iran | Pahlavi
1965-03-01 | King of Saudi Arabia | Faisal
1970-09-17 | King of Jordan | Hussein
1974-05-29 | President of Syria | Assad
1949-04-04 | President of the Council of Ministers of Italy | de Gasperi
1962-03-01 | President of the Council of Ministers of Italy | Fanfani
1965-04-20 | President of the Council of Ministers of Italy | Moro
1984-01-15 | Minister of Foreign Affairs of Italy | Andreotti
1956-11-01 | Secretary of State for External Affairs of Canada | Pearson
1962-10-22 | Prime Minister of Canada | Diefenbaker
1971-12-06 | Prime Minister of Canada | Trudeau
1957-10-02 | Minister of Foreign Affairs of Poland | Rapacki
1963-01-15 | President of Yugoslavia | Tito
1961-09-01 | Minister of Foreign Affairs of Yugoslavia | Popović
1948-02-01 | Minister of Foreign Affairs of Czechoslovakia | Masaryk
1968-08-20 | First Secretary of the Communist Party of Czechoslovakia | Dubček
1956-11-01 | Prime Minister of Hungary | Nagy
1964-01-15 | Minister of Foreign Affairs of Romania | Mănescu
1975-08-02 | President of Romania | Ceaușescu
1962-10-22 | Prime Minister of Cuba | Castro
1958-06-01 | President of Cuba | Batista
1962-10-25 | Minister of Foreign Affairs of Cuba | Roa
1958-06-01 | Prime Minister of Turkey | Menderes
1962-10-28 | Prime Minister of Turkey | Inönü
1961-04-17 | Prime Minister of Greece | Karamanlis
1962-06-01 | Prime Minister of Portugal | Salazar
1963-09-26 | Minister of Foreign Affairs of Spain | Castiella
1964-01-15 | Minister of Foreign Affairs of Belgium | Spaak
1962-01-15 | Minister of Foreign Affairs of the Netherlands | Luns
1961-06-03 | Minister of Foreign Affairs of Austria | Kreisky
1961-11-15 | President of the Republic of Korea | Yun Po-sun
1965-05-17 | President of the Republic of Korea | Park Chung Hee
1963-08-22 | President of the Republic of Vietnam | Diem
1969-06-08 | President of the Republic of Vietnam | Thieu
1966-02-07 | Prime Minister of the Republic of Vietnam | Ky
1965-01-15 | President of the Democratic Republic of Vietnam | Ho
1963-01-15 | Prime Minister of Laos | Souvanna
1961-06-01 | Prime Minister of Laos | Boun Oum
1961-09-25 | Chief of State of Cambodia | Sihanouk
1961-04-24 | President of Indonesia | Sukarno
1962-08-15 | Minister of Foreign Affairs of Indonesia | Subandrio
1960-07-15 | Prime Minister of the Congo | Lumumba
1962-02-05 | Prime Minister of the Congo | Adoula
1961-03-08 | President of Ghana | Nkrumah
1962-10-15 | Prime Minister of Algeria | Ben Bella
1961-05-03 | President of Tunisia | Bourguiba
1950-01-15 | Minister for External Affairs of Australia | Spender
1963-07-08 | Prime Minister of Australia | Menzies
1962-04-03 | President of Brazil | Goulart
1961-12-16 | President of Venezuela | Betancourt
1972-12-04 | President of Chile | Allende
1960-09-20 | Secretary-General of the United Nations | Hammarskjöld
1975-06-01 | Secretary-General of the United Nations | Waldheim
1983-01-15 | Secretary-General of the United Nations | Pérez de Cuéllar
`
  .trim()
  .split('\n')
  .map((row) => row.split(' | ') as [string, string, string]);
