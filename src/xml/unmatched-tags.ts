import type { Reading } from './given-up.js';

export const endTag: Reading = ({ xml, at, said, open, ended }) => {
  if (!/^(unexpected close tag|unmatched closing tag)/.test(said)) return undefined;
  const start = xml.lastIndexOf('</', at);
  const name = xml.slice(start + 2, at).trim();
  if (!ended) return { at: start, reason: `</${name}> ends nothing that is open.`, advice: `Take out </${name}>.` };
  const related = { at: ended.start, reason: `<${ended.name}> is open from here.` };
  if (!open.some((outer) => outer.name === name)) {
    const slip = ended.name.toLowerCase() === name.toLowerCase() || lettersApart(ended.name, name);
    return slip
      ? {
          at: start,
          reason: `</${name}> does not end <${ended.name}>: the names differ.`,
          advice: `Write </${ended.name}>.`,
          related,
        }
      : {
          at: start,
          reason: `</${name}> ends nothing that is open.`,
          advice: `Take out </${name}>, or write <${name}> where it begins.`,
          related,
        };
  }
  const slash = new RegExp(`<${ended.name}\\s*/>`).exec(xml.slice(ended.start, start));
  if (slash) {
    const wrong = ended.start + slash.index;
    return {
      at: wrong,
      reason: `<${ended.name}/> is a whole element that holds nothing, and <${ended.name}> is still open at </${name}>.`,
      advice: `Write </${ended.name}> in place of <${ended.name}/>.`,
      related,
    };
  }
  const later = xml.indexOf(`</${ended.name}>`, at);
  const next = xml.indexOf(`<${ended.name}`, at);
  const crosses = later !== -1 && (next === -1 || later < next);
  return {
    at: start,
    reason: `</${name}> stands before <${ended.name}> has ended${crosses ? ': the two cross each other' : ''}.`,
    advice: `Write </${ended.name}> before </${name}>${crosses ? `, and take out the </${ended.name}> that comes later` : ''}.`,
    related,
  };
};

/** Whether one name is the other with a letter more, fewer or changed. */
function lettersApart(one: string, other: string): boolean {
  let same = 0;
  while (same < one.length && one[same] === other[same]) same += 1;
  const [rest, otherRest] = [one.slice(same), other.slice(same)];
  return rest.slice(1) === otherRest || rest === otherRest.slice(1) || rest.slice(1) === otherRest.slice(1);
}

export const unclosed: Reading = ({ xml, said, open }) => {
  const comment = xml.lastIndexOf('<!--');
  if (/^un(closed|expected end)/.test(said) && comment > xml.lastIndexOf('-->')) {
    return {
      at: comment,
      reason: 'A comment is open, and the file ends before its end.',
      advice: 'Write --> where it ends.',
    };
  }
  const broken = xml.lastIndexOf('<');
  if (/^un(closed|expected end)/.test(said) && broken > xml.lastIndexOf('>')) {
    const words = xml.slice(broken, broken + 40).trim();
    return {
      at: broken,
      reason: `The file breaks off inside a tag: “${words}”.`,
      advice: 'Look for the rest of the file.',
    };
  }
  const innermost = open.at(-1);
  if (!/^(unclosed tag|unexpected end)/.test(said) || !innermost) return undefined;
  const { name, start } = innermost;
  return {
    at: start,
    reason: `<${name}> is open, and the file ends before </${name}>.`,
    advice: `Write </${name}> where it ends${xml.trimEnd().endsWith('>') ? '' : '; the end of the file may be lost'}.`,
  };
};

/** One attribute twice in a tag. */
export const twice: Reading = ({ xml, at, said, inTag }) => {
  const [, name] = /^duplicate attribute: (?:\{[^}]*\})?(\S+)$/.exec(said) ?? [];
  if (name === undefined || !inTag) return undefined;
  const tag = xml.slice(inTag.start, at + 1);
  const found = [...tag.matchAll(/([\w:.-]+)\s*=\s*("[^"]*"|'[^']*')/g)].filter(
    ([, other]) => other === name || other!.endsWith(`:${name}`),
  );
  const [one, other] = [found[0], found.at(-1)];
  const values = found.map((attribute) => attribute[2]!.slice(1, -1));
  const both = values.every((value) => value.startsWith('#'))
    ? `, or both in one: ${one![1]}="${[...new Set(values)].join(' ')}"`
    : '';
  return {
    at: inTag.start + (other?.index ?? 0),
    reason: `<${inTag.name}> has the attribute @${other?.[1] ?? name} twice.`,
    advice: `Write ${one?.[0]} or ${other?.[0]}${both}, and no second @${other?.[1] ?? name}.`,
  };
};
