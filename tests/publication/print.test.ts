import { describe, expect, it } from 'vitest';
import { forPrint } from '../../src/publication/print.js';

const page = (title: string, body = '') => `<html><head><title>${title}</title></head><body>${body}</body></html>`;

describe('a page made for print', () => {
  it('has its title without that of the site, as a string of CSS', () => {
    const { style, html } = forPrint(page('On &quot;Berlin&quot; &amp; \\ more – Memoranda'), 'a/index.html', {
      site: 'Memoranda',
    });
    expect(style).toContain('content: "On \\"Berlin\\" & \\\\ more";');
    expect(html).toContain('<link rel="stylesheet" href="running-title.css"></head>');
  });

  it('cuts a long title between words', () => {
    const { style } = forPrint(page('word '.repeat(40)), 'a/index.html', { site: 'M' });
    expect(/content: "([^"]*)"/.exec(style)?.[1]).toMatch(/^(?:word ){10,16}word…$/);
  });

  it('leads to what is published, or nowhere, and keeps links inside it', () => {
    const links =
      '<a class="x" href="../people/a.html">a</a><a href="#par.1">b</a><a href="https://example.org/c">c</a>';
    const printed = (address?: string) => forPrint(page('T', links), 'memo/index.html', { site: 'M', address }).html;
    expect(printed()).toContain('<a class="x">a</a><a href="#par.1">b</a><a href="https://example.org/c">c</a>');
    expect(printed('https://example.org/m')).toContain('<a class="x" href="https://example.org/m/people/a.html">a</a>');
  });
});
