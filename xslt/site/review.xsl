<?xml version="1.0" encoding="UTF-8"?>
<!-- The page on which an editor works through what waits: one file, with its styles and its script in it. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="https://memcon.example/ns/functions" xmlns="http://www.w3.org/1999/xhtml">

  <xsl:include href="../lib/frame.xsl"/>
  <xsl:include href="../lib/days.xsl"/>
  <xsl:mode on-no-match="fail"/>

  <!-- Passages shown of an entry; the others are behind a summary. -->
  <xsl:variable name="shown" as="xs:integer" select="4"/>

  <!-- What is at stake, gravest first, as headings say it. -->
  <xsl:variable name="stakes" as="map(xs:string, xs:string)" select="map {
    'error': 'Errors', 'speaker': 'Who speaks', 'name': 'Who is named', 'word': 'Words',
    'number': 'Pages and numbers', 'sheet': 'Hands and furniture' }"/>
  <xsl:variable name="does" as="map(xs:string, xs:string)" select="map {
    'accept': 'Accept', 'refuse': 'Refuse', 'change': 'Or' }"/>

  <xsl:template match="/" as="element()" xpath-default-namespace="">
    <xsl:variable name="review" select="review"/>
    <xsl:call-template name="frame">
      <xsl:with-param name="lang" select="'en'"/>
      <xsl:with-param name="title" select="'What waits'"/>
      <xsl:with-param name="description" select="string(review/@count)"/>
      <xsl:with-param name="kind" select="'site review'"/>
      <xsl:with-param name="stands-alone" select="true()"/>
      <xsl:with-param name="content" as="node()*">
        <header class="head">
          <div class="head-text">
            <h1>What waits</h1>
            <p class="sub">{review/@count}</p>
          </div>
          <p class="how">Each entry has the decisions that would settle it. Copy one under <code>decisions</code> in the
            edition’s <code>edition.yaml</code>; a reason “…” is yours to write.</p>
        </header>
        <xsl:apply-templates select="review/edition"/>
      </xsl:with-param>
      <xsl:with-param name="colophon" as="node()*">
        <p>Made with {review/@software}.</p>
        <script>/* script */</script>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="edition" as="element()" xpath-default-namespace="">
    <xsl:variable name="id" select="'e' || position()"/>
    <section class="waiting" data-edition="{@name}" aria-labelledby="{$id}">
      <h2 id="{$id}">{@name}</h2>
      <xsl:if test="not(entry)"><p class="settled">Nothing waits.</p></xsl:if>
      <xsl:for-each-group select="entry" group-by="string(@consequence)">
        <h3>{$stakes(current-grouping-key())} <span class="tag">{count(current-group())}</span></h3>
        <ol class="undecided" role="list">
          <xsl:apply-templates select="current-group()"/>
        </ol>
      </xsl:for-each-group>
      <xsl:if test="note">
        <h3>No decision can settle</h3>
        <ul class="undecided" role="list">
          <xsl:for-each select="note">
            <li class="case"><p class="evidence">{reason}</p><p class="advice">{advice}</p></li>
          </xsl:for-each>
        </ul>
      </xsl:if>
    </section>
  </xsl:template>

  <xsl:template match="entry" as="element()" xpath-default-namespace="">
    <li class="case" id="w{@n}">
      <h4>
        <a class="n" href="#w{@n}">{@n}</a>
        <xsl:text> </xsl:text>
        <xsl:choose>
          <xsl:when test="stands">
            <span class="stands">{stands}</span>
            <xsl:if test="proposed"><span class="vh"> may be </span><span class="becomes" aria-hidden="true"> → </span><span class="proposed">{string-join(proposed, ' or ')}</span></xsl:if>
          </xsl:when>
          <xsl:otherwise>{evidence}</xsl:otherwise>
        </xsl:choose>
      </h4>
      <p class="at">
        <xsl:if test="@page"><span>page {@page}</span></xsl:if>
        <xsl:if test="@file"><span class="file">{string-join((@file, @line, @column), ':')}</span></xsl:if>
        <span>{if (@consequence = 'error') then 'error' else 'certainty: ' || @certainty}</span>
        <span>{@what}</span>
      </p>
      <xsl:apply-templates select="passage[position() le $shown]"/>
      <xsl:if test="passage[$shown + 1]">
        <details>
          <summary>{count(passage) - $shown} more</summary>
          <xsl:apply-templates select="passage[position() gt $shown]"/>
        </details>
      </xsl:if>
      <xsl:if test="stands"><p class="evidence">{evidence}</p></xsl:if>
      <xsl:if test="decided"><p class="advice">A decision on line {decided/@line} of edition.yaml stands there; change that one.</p></xsl:if>
      <xsl:if test="not(option[@does = 'accept'])"><p class="advice">{advice}</p></xsl:if>
      <xsl:if test="option">
        <div class="ways" role="group" aria-label="Entry {@n}: ways to settle it">
          <xsl:apply-templates select="option[@does ne 'change']"/>
          <xsl:if test="option[@does = 'change']">
            <details>
              <summary>Something else<span class="vh"> for entry {@n}</span></summary>
              <xsl:apply-templates select="option[@does = 'change']"/>
            </details>
          </xsl:if>
        </div>
      </xsl:if>
    </li>
  </xsl:template>

  <xsl:template match="passage" as="element()" xpath-default-namespace="">
    <p class="passage">
      <xsl:if test="../passage[2]"><span class="tag">{@line}:{@column} </span></xsl:if>
      <xsl:text>{before}</xsl:text><span class="vh">[</span><mark>{words}</mark><span class="vh">]</span><xsl:text>{behind}</xsl:text>
    </p>
  </xsl:template>

  <xsl:template match="option" as="element()" xpath-default-namespace="">
    <xsl:variable name="id" select="'w' || ../@n || '.' || count(preceding-sibling::option) + 1"/>
    <div class="way {@does}">
      <label for="{$id}"><b>{$does(@does)}:</b> {says}<span class="vh"> (entry {../@n})</span></label>
      <xsl:if test="choice[2]">
        <p class="choices">one of
          <xsl:for-each select="choice"><xsl:if test="position() gt 1">, </xsl:if><code>{@id}</code> {.}</xsl:for-each>
        </p>
      </xsl:if>
      <textarea id="{$id}" rows="{count(tokenize(normalize-space(translate(yaml, '&#10;', '|')), '\|')) - 1}" spellcheck="false" autocomplete="off">{'&#10;'}{yaml}</textarea>
    </div>
  </xsl:template>
</xsl:stylesheet>
