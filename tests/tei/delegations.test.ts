import { describe, expect, it } from 'vitest';
import { buildText } from '../building.js';

const between = (sides: string): string =>
  `RECORD OF A CONVERSATION BETWEEN THE FOREIGN SECRETARY AND THE SOVIET AMBASSADOR
AT THE FOREIGN OFFICE ON MONDAY, 4 MARCH 1963, AT 11.15 A.M.

Present:

${sides}

The Foreign Secretary said that the number of inspections was not the heart of the question.
`;

describe('a delegation in the header', () => {
  it('has no head where the list gives it no name', () => {
    const { tei } = buildText(
      between('The Earl of Home  \nSir Harold Caccia\n\nMr. A. A. Soldatov  \nMr. V. M. Loginov'),
    );
    expect(tei?.match(/<listPerson type="delegation"/g)).toHaveLength(2);
    expect(tei).not.toContain('<head/>');
    expect(tei).not.toContain('<head></head>');
  });
});
