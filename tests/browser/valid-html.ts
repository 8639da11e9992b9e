import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // How the serializer writes, which browsers read alike.
    'doctype-style': 'off',
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    // TEI ids have points, and titles are as long as the document's.
    'valid-id': ['error', { relaxed: true }],
    'long-title': 'off',
    // Roles that some screen readers need although the element implies them.
    'no-redundant-role': 'off',
    'prefer-native-element': 'off',
    'no-inline-style': 'error',
  },
});

/** What is wrong with a page, as `line: rule: message`. */
export async function faultsOf(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results
    .flatMap((result) => result.messages)
    .map(({ line, ruleId, message }) => `${line}: ${ruleId}: ${message}`);
}
