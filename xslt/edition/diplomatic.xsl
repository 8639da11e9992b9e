<?xml version="1.0" encoding="UTF-8"?>
<!-- The diplomatic view: a sheet a page, as the paper has it and as the transcription reads it. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:err="https://memcon.example/ns/errors"
  xmlns:f="https://memcon.example/ns/functions" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:include href="../lib/document.xsl"/>
  <xsl:include href="diplomatic-paper.xsl"/>

  <!-- Registers stand on the page of the reading view. -->
  <xsl:variable name="register" as="xs:string" select="$reading-href"/>

  <xsl:variable name="pages" as="element()*" select="$edition//text//pb"/>
  <xsl:variable name="texts" as="element()*" select="$edition//text"/>
  <!-- What stands on each page, by what holds it and the page: looked for once, not again for every sheet. -->
  <xsl:variable name="standing" as="map(xs:string, node()*)">
    <xsl:map>
      <xsl:for-each select="$edition//(text | body | div)">
        <xsl:variable name="holder" as="xs:string" select="f:identity(.)"/>
        <xsl:for-each-group select="node()" group-by="accumulator-before('page') to accumulator-after('page')">
          <xsl:map-entry key="$holder || ' ' || current-grouping-key()" select="current-group()"/>
        </xsl:for-each-group>
      </xsl:for-each>
    </xsl:map>
  </xsl:variable>
  <!-- What has a note beside the sheet, in order: readings, and stamps or lines of the form with a commentary. -->
  <xsl:variable name="noted" as="element()*" select="$readings | $edition//text//fw[key('about', '#' || @xml:id, $edition)]"/>
  <xsl:variable name="slots" as="map(xs:string, xs:integer)" select="
    map:merge(for $n in 1 to count($noted) return map:entry(f:identity($noted[$n]), $n))"/>
  <xsl:variable name="last-slot" as="xs:integer" select="200"/>
  <!-- Lines of a page image end where the typist ended them. -->
  <xsl:variable name="keeps-lines" as="xs:boolean" select="exists($edition//text//lb[@facs])"/>

  <xsl:template match="/" as="element()">
    <xsl:call-template name="frame">
      <xsl:with-param name="lang" select="$lang"/>
      <xsl:with-param name="title" select="'As typed: ' || $document-title || (if ($site-title) then ' – ' || $site-title else '')"/>
      <xsl:with-param name="description" select="'The pages as typed, with stamps, handwriting and the readings of the machine transcription. ' || $description"/>
      <xsl:with-param name="kind" select="'diplomatic'"/>
      <xsl:with-param name="metadata" as="element()*"><xsl:call-template name="metadata"/></xsl:with-param>
      <xsl:with-param name="views" as="element()*">
        <xsl:call-template name="views"><xsl:with-param name="current" select="'As typed'"/></xsl:call-template>
      </xsl:with-param>
      <xsl:with-param name="content" as="node()*">
        <article>
          <header class="head paper-head">
            <p class="when"><xsl:if test="$created-day"><time datetime="{$created-day}">{f:day($created-day)}</time></xsl:if></p>
            <xsl:call-template name="title"/>
            <p class="sub">As typed: every sheet with its heads, feet, stamps and handwriting, in the words of the machine transcription. Where the editor or a witness reads otherwise, a number leads to the note beside the sheet.</p>
          </header>
          <div class="{if (count($noted) le $last-slot) then 'sheets placed' else 'sheets'}">
            <!-- What stands before the first page break, in a file that has any, gets a sheet of its own. -->
            <xsl:for-each select="(if (empty($pages) or f:before-pages()) then 0 else (), 1 to count($pages))">
              <xsl:variable name="page" as="xs:integer" select="."/>
              <xsl:call-template name="sheet">
                <xsl:with-param name="page" select="$page"/>
                <xsl:with-param name="pb" select="$pages[$page]"/>
              </xsl:call-template>
            </xsl:for-each>
          </div>
        </article>
      </xsl:with-param>
      <xsl:with-param name="colophon" as="node()*"><xsl:call-template name="colophon"/></xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:function name="f:before-pages" as="xs:boolean">
    <xsl:sequence select="exists($edition//text//text()[normalize-space()][. &lt;&lt; $pages[1]])"/>
  </xsl:function>

  <xsl:template name="sheet" as="element()">
    <xsl:param name="page" as="xs:integer"/>
    <xsl:param name="pb" as="element()?"/>
    <xsl:variable name="number" as="xs:string" select="string(($pb/@n, $page)[1])"/>
    <xsl:variable name="notes" as="element()*" select="$noted[f:page(.) = $page]"/>
    <section class="sheet-row" aria-label="Page {$number}">
      <h2 class="sheet-title">
        <xsl:sequence select="$pb ! f:id(.)"/>
        <xsl:choose>
          <xsl:when test="$pb/@xml:id"><a href="#{$pb/@xml:id}" aria-label="Link to page {$number}">Page {$number}<span class="sign" aria-hidden="true"> #</span></a></xsl:when>
          <xsl:otherwise>Page {$number}</xsl:otherwise>
        </xsl:choose>
      </h2>
      <div class="{if ($keeps-lines) then 'sheet kept' else 'sheet'}">
        <xsl:apply-templates select="$texts" mode="diplomatic">
          <xsl:with-param name="page" select="$page" tunnel="yes"/>
        </xsl:apply-templates>
      </div>
      <xsl:if test="exists($notes)">
        <ul class="notes" role="list" aria-label="Notes to page {$number}">
          <xsl:apply-templates select="$notes" mode="beside"/>
        </ul>
      </xsl:if>
    </section>
  </xsl:template>

  <xsl:mode name="beside" on-no-match="fail"/>

  <xsl:template match="app | choice" mode="beside" as="element()">
    <li class="note reading{' varies'[not(f:is-mended(current()))]} n{$slots(f:identity(.))}" id="note.{f:anchor(.)}">
      <a class="back-link" href="#{f:anchor(.)}" role="doc-backlink" aria-label="{f:label(.)}, back to the sheet">{f:label(.)}</a>
      <xsl:text> </xsl:text>
      <xsl:call-template name="reading-note"><xsl:with-param name="entry" select="."/></xsl:call-template>
    </li>
  </xsl:template>

  <xsl:template match="fw" mode="beside" as="element()">
    <li class="note commentary n{$slots(f:identity(.))}">
      <xsl:for-each select="key('about', '#' || @xml:id, $edition)">
        <span class="comment"><xsl:sequence select="f:id(.)"/><xsl:apply-templates mode="prose"/></span>
      </xsl:for-each>
    </li>
  </xsl:template>
</xsl:stylesheet>
