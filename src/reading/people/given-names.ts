/**
 * Given names common among the people of mid-century diplomacy, in the spelling of United States offices. With a
 * surname after it such a word begins a name; alone it is none.
 */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(
  `Abba Abdul Adam Adlai Agha Ahmed Ahmad Alain Alan Albert Alcide Alec Ali Amintore Anwar Armand Arnold Ashraf Averell
  Babrak Benito Bettino Boutros Brent Caspar Christopher Colin Dennis Denis Diosdado Edouard Edgar Elbridge Emilio
  Enrico Erich Ernst Ezer Ferdinand François Frederic Giulio Giovanni Guy Habib Hafez Haile Hassan Haydar Hodding Horst
  Houari Ismail Ismet Itzhak Jean-Claude Jean-Pierre Josef Juan Karel Klaus Konstantin Kristian Lawrence Lawton
  Lincoln Luis Malcolm Manouchehr Mario Masayoshi Matthew Menachem Miguel Mohamed Mohammad Morarji Mordechai
  Muhammad Mustafa Omar Osama Osman Peer Phillips Pietro Ray Roy Roland Rudolph Shimon Shimshon Simcha Sol Spiro Stephen
  Steven Stuart Tage Takeo Todor Trygve Tran Tunku Turgut Valentin Valery Valéry Victor Vernon Wells Wolfgang Yigal
  Yitzhak Yosef Zulfikar Abdel Adlai Aleksandr Aleksei Alexander Alexei Alexis Alfred Allen Anastas Anatoli Anatoly Anatoliy Andre André
  Andrei Andrey Anthony Antonin Antonio Arthur Averell Barry Ben Benjamin Bernard Boris Bruce Carl Charles Chester Chou
  Christian Clark Claude Clement Cordell Curtis Cyrus Dag Daniel David Dean Dmitri Dmitry Donald Douglas Dwight Earl Edmund
  Eduard Edvard Edward Edwin Eleanor Elliot Ernest Eugene Felix Fidel Foy Francis Frank Franklin Franz Fred Frederick Frol
  Gamal Geoffrey Georg George Georges Georgi Gerald Gerard Giuseppe Glenn Golda Gordon Grigori Gunnar Hans Harlan Harold
  Harry Heinrich Helmut Henri Henry Herbert Hermann Herve Hervé Hubert Hugh Igor Indira Ivan Jacob Jakob Jacques James
  Jawaharlal Jean Jefferson Jimmy John Jomo Jose José Josef Joseph Josip Julius Karl Kenneth Konrad Kurt Kwame Lauris Leonid
  Leonard Leopold Lester Lev Lewis Livingston Llewellyn Louis Lucius Ludwig Lyndon Manlio Mao Marshall Martin Maurice Maxwell
  McGeorge Melvin Michael Mikhail Mohammed Moshe Nelson Nikita Nikolai Nikolay Norman Oleg Oliver Otto Patrick Paul Peter
  Philip Pierre Pyotr Rab Ralph Raymond Reinhold Richard Robert Roger Ronald Roswell Rudolf Samuel Selwyn Semyon Sergei Sergey
  Spencer Stanislav Stewart Stuart Theodore Thomas Truman Ulrich Valerian Vasili Vasily Vasiliy Viktor Vladimir Vyacheslav
  Walt Walter Walther Wilhelm William Willy Winston Władysław Wladyslaw Yakov Yuri Yuriy Zbigniew Zhou`
    .split(/\s+/)
    .filter(Boolean),
);

/** Whether a word is such a name, in capitals or not. */
export const isGivenName = (word: string): boolean =>
  GIVEN_NAMES.has(word) || (/^\p{Lu}{3,}$/u.test(word) && GIVEN_NAMES.has(word[0] + word.slice(1).toLowerCase()));

const SURNAME_FIRST =
  /^(?:Ch['’]en|Ch['’]iao|Chang|Chen|Chi|Chiang|Chiao|Cho|Choi|Chou|Chu|Chun|Chung|Han|Ho|Hsu|Hu|Hua|Huang|Keng|Kim|Kung|Lee|Li|Lin|Liu|Mao|P['’]eng|Pak|Park|Peng|Roh|Soong|T['’]ang|Tang|Teng|Tung|Wang|Wu|Yang|Yeh|Yu)\s+\p{Lu}[\p{L}'’]*-\p{Ll}[\p{L}'’]+$/u;
/** Surnames of China, romanised as since 1958, before one more word: "Geng Biao". */
const PINYIN =
  /^(?:Bo|Cai|Cao|Chai|Chen|Cheng|Deng|Ding|Du|Fang|Feng|Gao|Geng|Gu|Guo|Hua|Huang|Ji|Jia|Jiang|Kang|Kong|Liang|Liao|Lin|Liu|Lu|Lü|Luo|Ma|Meng|Peng|Qian|Qiao|Qin|Ren|Shen|Shi|Sun|Tang|Tian|Wang|Wei|Wen|Wu|Xi|Xia|Xiao|Xie|Xu|Xue|Yang|Yao|Ye|Yin|Yu|Yuan|Zeng|Zhang|Zhao|Zheng|Zhong|Zhou|Zhu|Zhuang|Zou)\s+\p{Lu}\p{Ll}+$/u;
/** Chinese and Korean names as they were romanised: "Chou En-lai", "Kim Il-sung", "Geng Biao". */
export const isSurnameFirst = (name: string): boolean => SURNAME_FIRST.test(name) || PINYIN.test(name);

const OF_WOMEN =
  /^(?:Ana|Anne|Barbara|Benazir|Corazon|Edith|Eleanor|Flora|Frances|Golda|Gro|Indira|Jeane|Madeleine|Margaret|María|Milka|Shirley|Sirimavo|Soong Mei-ling|Vijaya|Violeta|Édith)\b/;
/** Whether a full name begins as that of a woman who held office. */
export const isOfAWoman = (name: string): boolean => OF_WOMEN.test(name);

/** Words that follow a title without being a name: "General Assembly", "Secretary General", "President of". */
export const NOT_A_SURNAME =
  /^(?:Assembly|General|Secretary|Government|Department|State|States|Conference|Council|Committee|Commission|Staff|Agreement|Agreements|Accords|Headquarters|Minister|Ministers|President|Chairman|Ambassador|Embassy|Affairs|Order|Election|United|Nations|Soviet|American|French|British|German|Chinese|The|He|She|It|I|We|They|In|On|At|As|And|But|If|For|Of|To|Mr|Mrs)$/;
