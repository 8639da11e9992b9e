import { describe, expect, it } from 'vitest';
import { namesOfRegister } from '../../src/authorities/register-names.js';

describe('a name of a register is read as one says it', () => {
  it.each([
    ['Aaron, David Laurence', 'David Laurence Aaron', 'Aaron', []],
    ['Byrd, Harry Flood, Jr.', 'Harry Flood Byrd, Jr.', 'Byrd', []],
    ['Taft, William Howard, IV', 'William Howard Taft IV', 'Taft', []],
    ['Abaydi, Haamid al-', 'Haamid al-Abaydi', 'al-Abaydi', ['Abaydi']],
    ['al-Asali, Sabri', 'Sabri al-Asali', 'al-Asali', ['Asali']],
    ['Haq, Inam-ul', 'Inam-ul Haq', 'Haq', []],
    ['Papen, Franz von', 'Franz von Papen', 'von Papen', ['Papen']],
    ['Beugel, Ernst Hans van der', 'Ernst Hans van der Beugel', 'van der Beugel', ['Beugel']],
    ['de Wilde, John C.', 'John C. de Wilde', 'de Wilde', []],
    ['Magalhaes Pinto, Jose de', 'Jose de Magalhaes Pinto', 'de Magalhaes Pinto', ['Magalhaes Pinto']],
    ['Deng Xiaoping', 'Deng Xiaoping', 'Deng Xiaoping', []],
    ['Elizabeth II', 'Elizabeth II', 'Elizabeth II', []],
    ['Sukarno', 'Sukarno', 'Sukarno', []],
    ['Rumania, The King of', 'The King of Rumania', 'The King of Rumania', []],
  ])('%s', (written, preferred, surname, otherSurnames) => {
    expect(namesOfRegister(written, [])).toEqual({ preferred, variants: [], surname, otherSurnames });
  });
});

describe('brackets and quotation marks give other forms', () => {
  it.each([
    ['Carter, James Earl (“Jimmy”), Jr.', 'James Earl Carter, Jr.', ['Jimmy Carter, Jr.']],
    ['Butler, Richard (“Rab”) Austen', 'Richard Austen Butler', ['Rab Butler']],
    ['Sternfeld, Reuben “Ray”', 'Reuben Sternfeld', ['Ray Sternfeld']],
    ['Abbes, (“Johnny”) Garcia', 'Garcia Abbes', ['Johnny Abbes']],
    ['El-Erian (Iryan), Abdallah', 'Abdallah El-Erian', ['Abdallah Iryan']],
    ['Alexander (Aleksandar) I', 'Alexander I', ['Aleksandar I']],
    ['Mao Zedong (Mao Tse-tung)', 'Mao Zedong', ['Mao Tse-tung']],
    ['Myerson, Golda (Meir, Golda)', 'Golda Myerson', ['Golda Meir']],
    ['Beers, R(obert) Rand', 'Robert Rand Beers', []],
    ['Scott, Robert H. (Sir Robert from June 10, 1954)', 'Robert H. Scott', []],
    ['Lansdale, Edward G. (USAF)', 'Edward G. Lansdale', []],
  ])('%s', (written, preferred, variants) => {
    expect(namesOfRegister(written, [])).toMatchObject({ preferred, variants });
  });
});

describe('other forms', () => {
  const variants = (preferred: string, ...others: string[]) => namesOfRegister(preferred, others).variants;

  it('stand without ranks and offices, which the terms tell', () => {
    expect(variants('Twining, Nathan Farragut', 'Twining, General Nathan')).toEqual(['Nathan Twining']);
    expect(variants('Pacheco de la Espriella, Abel', 'President Abel Pacheco')).toEqual(['Abel Pacheco']);
  });

  it('are none where an office has a surname alone behind it', () => {
    expect(variants('Abboud, Ibrahim', 'President Abboud')).toEqual([]);
  });

  it('keep a title of nobility that makes the name', () => {
    expect(variants('Harlech, David Ormsby Gore', 'Harlech, Lord')).toEqual(['Lord Harlech']);
  });

  it('may stand as one says them, with a generation behind the comma', () => {
    expect(variants('Stuart, Robert D., Jr.', 'Robert Douglas Stuart, Jr.')).toEqual(['Robert Douglas Stuart, Jr.']);
  });

  it('give surnames in other spellings, but not words by which somebody is called', () => {
    expect(namesOfRegister('Gusev, Fedor Tarasovich', ['Gousev']).otherSurnames).toEqual(['Gousev']);
    expect(namesOfRegister('Le Van Truong', ['Le Van Truong (code named “Mr. Out”)', 'Out']).otherSurnames).toEqual([]);
  });
});
