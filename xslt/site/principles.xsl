<?xml version="1.0" encoding="UTF-8"?>
<!-- The principles of the edition, as the editions' own headers declare them, and what the workspace says of itself. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:t="http://www.tei-c.org/ns/1.0"
  xmlns:f="https://memcon.example/ns/functions" xmlns="http://www.w3.org/1999/xhtml">

  <xsl:variable name="principle-titles" as="map(xs:string, xs:string)" select="map {
    'project': 'What these editions are', 'correction': 'Correction', 'normalization': 'Normalisation', 'quotation': 'Quotation marks',
    'hyphenation': 'Hyphens', 'segmentation': 'Pages, paragraphs, turns', 'interpretation': 'Interpretation', 'punctuation': 'Punctuation', 'stdVals': 'Dates and numbers', 'p': 'In general' }"/>

  <xsl:template name="principles" as="empty-sequence()">
    <xsl:call-template name="site-page">
      <xsl:with-param name="href" select="'principles.html'"/>
      <xsl:with-param name="title" select="'Principles of the edition'"/>
      <xsl:with-param name="description" select="$site-title || ': how the documents were transcribed, corrected and encoded.'"/>
      <xsl:with-param name="under" select="'Principles'"/>
      <xsl:with-param name="kind" select="'of-principles'"/>
      <xsl:with-param name="content" as="node()*">
        <xsl:call-template name="page-head">
          <xsl:with-param name="title" select="'Principles of the edition'"/>
          <xsl:with-param name="sub" as="node()*">As the header of each TEI file declares them. The <a href="schema/guidelines.html">guidelines</a> tell how they are encoded, the <a href="errata.html">errata</a> what was mended.</xsl:with-param>
        </xsl:call-template>
        <section class="register" aria-labelledby="about">
          <h2 id="about">{$site-title}</h2>
          <dl class="facts">
            <dt>Documents</dt><dd><a href="index.html">{f:plural(count($editions), 'document', 'documents')}</a>, {f:number(sum($editions/@words[. castable as xs:integer] ! xs:integer(.)))} words</dd>
            <dt>Readings mended</dt><dd><a href="errata.html">{f:number(sum($editions/@readings ! xs:integer(.)))}</a>, of which {f:number(sum($editions/@doubtful ! xs:integer(.)))} uncertain</dd>
            <xsl:if test="$publisher"><dt>Published by</dt><dd>{$publisher}</dd></xsl:if>
            <xsl:if test="$address"><dt>Published at</dt><dd><a href="{$address}">{$address}</a></dd></xsl:if>
            <xsl:if test="$licence">
              <dt>Licence</dt>
              <dd><xsl:choose><xsl:when test="$licence-href"><a href="{$licence-href}" rel="license">{$licence}</a></xsl:when><xsl:otherwise>{$licence}</xsl:otherwise></xsl:choose></dd>
            </xsl:if>
            <xsl:if test="$authorities"><dt>Authority files</dt><dd>{$authorities}</dd></xsl:if>
            <dt>Schema</dt>
            <dd><a href="schema/guidelines.html">Guidelines</a>, <a href="schema/memcon.odd">ODD</a>, <a href="schema/memcon.rng">RELAX NG</a>, <a href="schema/memcon.sch">Schematron</a></dd>
          </dl>
        </section>
        <xsl:for-each-group select="$editions/principle" group-by="string(@name)">
          <xsl:variable name="name" as="xs:string" select="current-grouping-key()"/>
          <section class="register" aria-labelledby="principle.{$name}">
            <h2 id="principle.{$name}">{($principle-titles($name), f:capital($name))[1]}</h2>
            <xsl:for-each-group select="current-group()" group-by="normalize-space()">
              <xsl:variable name="in" as="element()*" select="current-group() ! .."/>
              <div class="principle">
                <xsl:apply-templates select="node()" mode="prose"/>
                <xsl:if test="count(distinct-values($in/@name)) lt count($editions)">
                  <details class="small">
                    <summary>In {f:plural(count($in), 'document', 'documents')}<span class="vh"> of {($principle-titles($name), f:capital($name))[1]}, variant {position()}</span></summary>
                    <ul role="list"><xsl:for-each select="$in"><li><xsl:sequence select="f:document(., '')"/><xsl:text> </xsl:text><span class="life"><xsl:sequence select="f:date(@when)"/></span></li></xsl:for-each></ul>
                  </details>
                </xsl:if>
              </div>
            </xsl:for-each-group>
          </section>
        </xsl:for-each-group>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
