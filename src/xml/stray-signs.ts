import { decodeHTMLStrict } from 'entities';
import type { IllFormed, Reading } from './given-up.js';

const LEFT_ALONE = '<!--[^]*?-->|<!\\[CDATA\\[[^]*?\\]\\]>|<\\?[^]*?\\?>';
const LOOSE_AMPERSAND = new RegExp(`${LEFT_ALONE}|&(?!(?:amp|lt|gt|quot|apos|#\\d+|#x[\\da-fA-F]+);)`, 'g');

/** The parser reads on from `&` to the next `;`, however far that is: so it is looked for by itself, before all else. */
export const ampersand: Reading = ({ xml, at }) => {
  const found = [...xml.slice(0, at + 1).matchAll(LOOSE_AMPERSAND)].find(([words]) => words === '&');
  if (!found) return undefined;
  const start = found.index;
  const [written, name] = /^&([A-Za-z][A-Za-z\d]{2,30});?/.exec(xml.slice(start, start + 40)) ?? [];
  const isEntity = name !== undefined && (written!.endsWith(';') || decodeHTMLStrict(`&${name};`) !== `&${name};`);
  const entity = isEntity ? `&${name};` : undefined;
  if (entity === undefined) {
    return {
      at: start,
      reason: `“&” begins an entity in XML, and here it stands for itself: “${wordsAround(xml, start)}”.`,
      advice: 'Write &amp; for it.',
    };
  }
  const character = decodeHTMLStrict(entity);
  const reason = `XML knows no entity ${entity}, which is one of HTML.`;
  if (character === entity) {
    return {
      at: start,
      reason: `XML knows no entity ${entity}.`,
      advice: 'Write the character itself, or &amp; for “&”.',
    };
  }
  const code = `&#x${character.codePointAt(0)!.toString(16).toUpperCase()};`;
  return {
    at: start,
    reason,
    advice: /\s/.test(character) ? `Write ${code}.` : `Write ${character} itself, or ${code}.`,
  };
};

const QUOTES = '“”„‟«»‘’‚′″';

/** Typographic quotation marks around a value, or none. */
export const quotes: Reading = ({ xml, at, inTag, said }) => {
  if (!inTag) return undefined;
  const tag = xml.slice(inTag.start, xml.indexOf('>', Math.min(at, inTag.start + 2000)) + 1 || at + 1);
  const smart = new RegExp(
    `([\\w:.-]+)\\s*=\\s*(?:[${QUOTES}]([^${QUOTES}"'<>]*)[${QUOTES}"']|["']([^${QUOTES}"'<>]*)[${QUOTES}])`,
  ).exec(tag);
  if (smart) {
    const mark = inTag.start + smart.index + smart[0].search(new RegExp(`[${QUOTES}]`));
    return {
      at: mark,
      reason: `The value of @${smart[1]} stands in typographic quotation marks: ${smart[0]}.`,
      advice: `Write ${smart[1]}="${smart[2] ?? smart[3]}", with straight ones.`,
    };
  }
  if (!said.startsWith('unquoted attribute value')) return undefined;
  const [, name, value] =
    /([\w:.-]+)\s*=\s*([^\s"'<>/]*)/.exec(tag.slice(tag.lastIndexOf(' ', at - inTag.start - 1) + 1)) ?? [];
  return {
    at,
    reason: `The value of @${name} stands without quotation marks.`,
    advice: `Write ${name}="${value}".`,
  };
};

/** `<` that begins no tag, or a tag without its `>`. */
export const lessThan: Reading = ({ xml, at, said, inTag }) => {
  if (!/^(disallowed character|attribute without value|forward-slash|no whitespace)/.test(said)) return undefined;
  const start = xml.lastIndexOf('<', at);
  const spaced = /^<\s+(\/?[A-Za-z][\w.:-]*)(?=\s*\/?>|\s+[\w:.-]+=)/.exec(xml.slice(start, start + 200));
  if (start !== -1 && spaced) {
    return { at: start, reason: `A space stands between “<” and the name of the tag.`, advice: `Write <${spaced[1]}.` };
  }
  const after = xml.slice(start + 1, start + 2);
  if (start !== -1 && /[\s\d.,;=$%()-]/.test(after) && !xml.slice(start, at).includes('>')) return sign(xml, start);
  if (!inTag) return undefined;
  const tag = xml.slice(inTag.start, at);
  if (start > inTag.start) {
    const inValue = (tag.match(/"/g)?.length ?? 0) % 2 === 1;
    return inValue
      ? sign(xml, start)
      : {
          at: inTag.start,
          reason: `The tag <${inTag.name} has no “>” at its end.`,
          advice: `Write “>” at the end of the tag: ${
            tag
              .slice(0, start - inTag.start)
              .trim()
              .split('\n')[0]
          }>. For the sign “<” itself write &lt;.`,
        };
  }
  if (/^(attribute without value)/.test(said)) {
    const [, name] = /([\w:.-]+)\s*$/.exec(tag.trimEnd()) ?? [];
    return {
      at: inTag.start,
      reason: `@${name} of <${inTag.name}> has no value.`,
      advice: `Write ${name}="…" with the value, or take ${name} out.`,
    };
  }
  if (said.startsWith('no whitespace')) {
    const mark = /["']$/.exec(xml.slice(0, at).trimEnd())?.[0];
    const inside = mark !== undefined && new RegExp(`^[^=<>"']*${mark}`).test(xml.slice(at));
    return inside
      ? {
          at: at - 1,
          reason: `A value ends at its first ${mark}, and more of it follows.`,
          advice: `Write ${mark === '"' ? '&quot;' : '&apos;'} for the mark inside the value.`,
        }
      : { at, reason: 'Two attributes stand without a space between them.', advice: 'Write a space before this one.' };
  }
  return undefined;
};

const sign = (xml: string, at: number): IllFormed => ({
  at,
  reason: `“<” begins a tag in XML, and here it stands for itself: “${wordsAround(xml, at)}”.`,
  advice: 'Write &lt; for it.',
});

/** The words about a sign, on one line, without tags. */
function wordsAround(xml: string, at: number): string {
  const before = xml.slice(Math.max(0, at - 20), at);
  const after = xml.slice(at + 1, at + 20);
  const words = before.slice(before.lastIndexOf('>') + 1) + xml[at] + after.split('<')[0];
  return words.replace(/\s+/g, ' ').trim();
}
