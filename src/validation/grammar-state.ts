import { DefaultNameResolver } from 'salve-annos/lib/salve/default_name_resolver.js';
import type { Events } from 'salve-annos/lib/salve/events.js';
import type { Grammar, GrammarWalker } from 'salve-annos/lib/salve/patterns.js';
import { TEI_NAMESPACE } from '../xml/reading.js';

/** salve refuses white space around these, which XML Schema's whiteSpace facet (collapse) takes away. */
export const DATES: ReadonlySet<string> = new Set(['when', 'notBefore', 'notAfter', 'from', 'to']);

const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';

/** Values that every datatype of the grammar takes one of; they stand where one is needed to read on. */
const ANY_VALUE = ['x', '#x', '1963', '1', 'en'];

/**
 * How far the grammar has been followed, as something that can be copied: so that what could stand in a place is
 * tried, and not guessed. Each step says whether the grammar takes it; what is refused leaves a state that only a copy
 * made before can be read on from.
 */
export class GrammarState {
  private constructor(
    private readonly grammar: Grammar,
    private readonly walker: GrammarWalker<DefaultNameResolver>,
  ) {}

  static atStart(grammar: Grammar): GrammarState {
    return new GrammarState(grammar, grammar.newWalker(new DefaultNameResolver(), false));
  }

  copy(): GrammarState {
    return new GrammarState(this.grammar, this.walker.clone());
  }

  /** Whether the grammar has an element of this name at all. */
  knows(name: string): boolean {
    return this.grammar.elementDefinitions[JSON.stringify({ ns: TEI_NAMESPACE, name })] !== undefined;
  }

  enter(name: string): boolean {
    return !this.walker.fireEvent('enterStartTag', [TEI_NAMESPACE, name]);
  }

  /** Names are as written: `xml:id` for that of the XML namespace; another prefix is part of a name nobody knows. */
  attribute(name: string, value: string): 'taken' | 'name' | 'value' {
    const global = name.startsWith('xml:');
    const params = global ? [XML_NAMESPACE, name.slice('xml:'.length)] : ['', name];
    if (this.walker.fireEvent('attributeName', params)) return 'name';
    const given = DATES.has(name) ? value.trim() : value;
    return this.walker.fireEvent('attributeValue', [given]) ? 'value' : 'taken';
  }

  /** The values of a closed list; none where another kind of value is asked for. */
  valuesOf(name: string): string[] {
    const copy = this.copy();
    const global = name.startsWith('xml:');
    copy.walker.fireEvent('attributeName', global ? [XML_NAMESPACE, name.slice('xml:'.length)] : ['', name]);
    return [...copy.walker.possible()].flatMap((event) =>
      event.name === 'attributeValue' && typeof event.value === 'string' ? [event.value] : [],
    );
  }

  takesAttribute(name: string, value: string): boolean {
    return this.copy().attribute(name, value) === 'taken';
  }

  /** Gives an attribute that is needed some value that the grammar takes. */
  fill(name: string): string | undefined {
    const value = [...this.valuesOf(name), ...ANY_VALUE].find((candidate) => this.takesAttribute(name, candidate));
    if (value !== undefined) this.attribute(name, value);
    return value;
  }

  /** Ends the start tag; gives the attributes that are missing. */
  leave(): string[] {
    const errors = this.walker.fireEvent('leaveStartTag', []);
    if (!errors) return [];
    const named = errors.flatMap((error) => error.getNames().map((name) => nameOf(name.toJSON())));
    return named.length > 0 ? [...new Set(named)] : ['…'];
  }

  text(words: string): boolean {
    return words === '' || !this.walker.fireEvent('text', [words]);
  }

  close(name: string): boolean {
    return !this.walker.fireEvent('endTag', [TEI_NAMESPACE, name]);
  }

  elements(): string[] {
    return this.namesOf('enterStartTag');
  }

  attributes(): string[] {
    return this.namesOf('attributeName');
  }

  takesText(): boolean {
    return [...this.walker.possible()].some(({ name }) => name === 'text');
  }

  /** Whether nothing but an end tag may follow. */
  holdsNothing(): boolean {
    return !this.takesText() && this.elements().length === 0;
  }

  private namesOf(kind: 'enterStartTag' | 'attributeName'): string[] {
    return [...this.walker.possible()].flatMap((event: Events) =>
      event.name === kind ? [nameOf(event.namePattern.toJSON())] : [],
    );
  }
}

/** salve's plain form of a name; only names written out occur in our grammar, no wildcards. */
function nameOf(plain: unknown): string {
  const { ns, name } = plain as { ns: string; name: string };
  return ns === XML_NAMESPACE ? `xml:${name}` : name;
}
