<?xml version="1.0" encoding="UTF-8"?>
<!-- The search page, a form that a script answers. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:f="https://memcon.example/ns/functions" xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns="http://www.w3.org/1999/xhtml">

  <xsl:include href="../lib/frame.xsl"/>
  <xsl:include href="navigation.xsl"/>

  <!-- What the script of the page says. -->
  <xsl:variable name="of-script" as="map(*)" select="map {
    'language': $language,
    'words': map:merge(('list-and', 'unnamed-turn', 'narration', 'found-note', 'found-handwriting', 'found-form', 'page-short', 'pages-short', 'another-reading',
      'index-is-missing', 'index-file-unreadable', 'show-more-of', 'nobody-is-called', 'nothing-found', 'passages-in-documents', 'in-documents')
      ! map:entry(., $words-by-key(.))) }"/>

  <xsl:template match="/" as="element()">
    <xsl:call-template name="frame">
      <xsl:with-param name="lang" select="$language"/>
      <xsl:with-param name="title" select="f:named('page', 'search') || ' – ' || $site-title"/>
      <xsl:with-param name="description" select="f:say('about-search', map { 'site': $site-title })"/>
      <xsl:with-param name="kind" select="'search'"/>
      <xsl:with-param name="metadata" as="element()*">
        <link rel="stylesheet" href="{$assets}/search.css"/>
        <script src="{$assets}/search/catalogue.js" defer="defer"></script>
        <script src="{$assets}/search.js" defer="defer"></script>
      </xsl:with-param>
      <xsl:with-param name="site" as="element()*">
        <xsl:call-template name="site-navigation">
          <xsl:with-param name="href" select="'search.html'"/>
          <xsl:with-param name="under" select="'search'"/>
        </xsl:call-template>
      </xsl:with-param>
      <xsl:with-param name="content" as="node()*">
        <header class="head"><h1>{f:named('page', 'search')}</h1></header>
        <form id="search" role="search" aria-label="{f:say('in-all-documents')}" data-wording="{serialize($of-script, map { 'method': 'json' })}">
          <div class="line">
            <label class="wide">{f:say('field-words')} <input type="search" name="q" id="q" autocomplete="off" spellcheck="false" enterkeyhint="search" aria-describedby="how"/></label>
            <button type="submit">{f:say('do-search')}</button>
          </div>
          <p id="how" class="how">{f:say('how-to-search')}</p>
          <details id="narrow">
            <summary>{f:say('narrow-search')}</summary>
            <div class="fields">
              <label>{f:say('field-speaker')} <input type="text" name="speaker" list="speakers" autocomplete="off" spellcheck="false"/></label>
              <label>{f:say('field-person')} <input type="text" name="person" list="people" autocomplete="off" spellcheck="false"/></label>
              <label>{f:say('field-from')} <input type="text" name="from" inputmode="numeric" autocomplete="off" placeholder="{f:say('field-day')}" pattern="\d{{4}}(-\d{{2}}(-\d{{2}})?)?"/></label>
              <label>{f:say('field-to')} <input type="text" name="to" inputmode="numeric" autocomplete="off" placeholder="{f:say('field-day')}" pattern="\d{{4}}(-\d{{2}}(-\d{{2}})?)?"/></label>
              <label>{f:say('field-page')} <input type="text" name="page" autocomplete="off"/></label>
              <label>{f:say('field-document')} <select name="edition" id="edition"><option value="">{f:say('all-documents')}</option></select></label>
            </div>
            <datalist id="speakers"></datalist>
            <datalist id="people"></datalist>
          </details>
          <div class="line state-line">
            <p id="count" role="status" aria-live="polite"></p>
            <label class="sort">{f:say('field-order')} <select name="sort"><option value="best">{f:say('best-first')}</option><option value="date">{f:say('by-date')}</option></select></label>
            <button type="reset">{f:say('do-clear')}</button>
          </div>
        </form>
        <ol id="results" class="results" role="list" aria-label="{f:say('passages-found')}"></ol>
        <p><button type="button" id="more" class="more" hidden="hidden">{f:say('show-more')}</button></p>
        <noscript>
          <div class="unscripted">
            <p><xsl:sequence select="f:tell('search-needs-script', map { 'documents': f:link('index.html'), 'people': f:link('people.html') })"/></p>
          </div>
        </noscript>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
