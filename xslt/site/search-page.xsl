<?xml version="1.0" encoding="UTF-8"?>
<!-- The search page, a form that a script answers. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns="http://www.w3.org/1999/xhtml">

  <xsl:include href="../lib/frame.xsl"/>
  <xsl:include href="navigation.xsl"/>

  <xsl:template match="/" as="element()">
    <xsl:call-template name="frame">
      <xsl:with-param name="lang" select="'en'"/>
      <xsl:with-param name="title" select="'Search – ' || $site-title"/>
      <xsl:with-param name="description" select="'Search in ' || $site-title || ': words and phrases, speakers, people, dates, pages.'"/>
      <xsl:with-param name="kind" select="'search'"/>
      <xsl:with-param name="metadata" as="element()*">
        <link rel="stylesheet" href="{$assets}/search.css"/>
        <script src="{$assets}/search/catalogue.js" defer="defer"></script>
        <script src="{$assets}/search.js" defer="defer"></script>
      </xsl:with-param>
      <xsl:with-param name="site" as="element()*">
        <xsl:call-template name="site-navigation">
          <xsl:with-param name="href" select="'search.html'"/>
          <xsl:with-param name="under" select="'Search'"/>
        </xsl:call-template>
      </xsl:with-param>
      <xsl:with-param name="content" as="node()*">
        <header class="head"><h1>Search</h1></header>
        <form id="search" role="search" aria-label="In all documents">
          <div class="line">
            <label class="wide">Words <input type="search" name="q" id="q" autocomplete="off" spellcheck="false" enterkeyhint="search" aria-describedby="how"/></label>
            <button type="submit">Search</button>
          </div>
          <p id="how" class="how">Every word, or a beginning of it. “Words in quotation marks” follow each other; a word with - before it must be absent.</p>
          <details id="narrow">
            <summary>Speaker, person, date, page, document</summary>
            <div class="fields">
              <label>Speaker <input type="text" name="speaker" list="speakers" autocomplete="off" spellcheck="false"/></label>
              <label>Person named <input type="text" name="person" list="people" autocomplete="off" spellcheck="false"/></label>
              <label>From <input type="text" name="from" inputmode="numeric" autocomplete="off" placeholder="1963 or 1963-01-10" pattern="\d{{4}}(-\d{{2}}(-\d{{2}})?)?"/></label>
              <label>To <input type="text" name="to" inputmode="numeric" autocomplete="off" placeholder="1963 or 1963-01-10" pattern="\d{{4}}(-\d{{2}}(-\d{{2}})?)?"/></label>
              <label>Page <input type="text" name="page" autocomplete="off"/></label>
              <label>Document <select name="edition" id="edition"><option value="">All</option></select></label>
            </div>
            <datalist id="speakers"></datalist>
            <datalist id="people"></datalist>
          </details>
          <div class="line state-line">
            <p id="count" role="status" aria-live="polite"></p>
            <label class="sort">Order <select name="sort"><option value="best">Best first</option><option value="date">By date</option></select></label>
            <button type="reset">Clear</button>
          </div>
        </form>
        <ol id="results" class="results" role="list" aria-label="Passages found"></ol>
        <p><button type="button" id="more" class="more" hidden="hidden">Show more</button></p>
        <noscript>
          <div class="unscripted">
            <p>The search needs JavaScript, which is off. It runs in your browser alone and sends nothing. Without it you can go
              through the <a href="index.html">list of documents</a>, or by the <a href="people.html">people in them</a>.</p>
          </div>
        </noscript>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
