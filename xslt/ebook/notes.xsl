<?xml version="1.0" encoding="UTF-8"?>
<!-- All notes in the order of the text: mended readings with what was transcribed, commentary, handwriting, the typist's footnotes. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="https://memcon.example/ns/functions"
  xmlns:epub="http://www.idpf.org/2007/ops"
  xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Handwriting above the talk stands in the head itself. -->
  <xsl:variable name="noted-in-head" as="element()*" select="
    $front/descendant-or-self::*[self::app[not(@prev)] or self::choice[sic or orig][not(@prev)] or self::note[not(@type = 'annotation')]]
      [not(ancestor::fw | ancestor::note[not(@type = 'annotation')])]"/>

  <xsl:function name="f:notes" as="element()*">
    <xsl:variable name="noted" as="element()*" select="$noted-in-head, $margin"/>
    <xsl:if test="exists(($noted, $in-furniture))">
      <section class="notes" aria-labelledby="notes-title">
        <h2 id="notes-title">{f:say('notes')}</h2>
        <xsl:for-each-group select="$noted" group-adjacent="f:page(.)">
          <xsl:if test="current-grouping-key() gt 0"><h3>{f:say('page-title', map { 'page': current-grouping-key() })}</h3></xsl:if>
          <xsl:for-each select="current-group()"><xsl:call-template name="note-of-book"/></xsl:for-each>
        </xsl:for-each-group>
        <xsl:if test="exists($in-furniture)">
          <h3>{f:say('in-heads-feet-stamps')}</h3>
          <xsl:for-each select="$in-furniture"><xsl:call-template name="note-of-book"/></xsl:for-each>
        </xsl:if>
      </section>
    </xsl:if>
  </xsl:function>

  <xsl:template name="note-of-book" as="element()">
    <xsl:variable name="id" as="xs:string" select="f:note-id(.)"/>
    <xsl:variable name="note" as="element()"><xsl:apply-templates select="." mode="margin"/></xsl:variable>
    <xsl:variable name="has-number" as="xs:boolean" select="exists(self::app | self::choice)"/>
    <aside id="{$id}" class="{normalize-space(replace($note/@class, '(^|\s)n\d+$', ''))}" epub:type="footnote" role="doc-footnote">
      <p>
        <xsl:if test="not($has-number)">
          <xsl:choose>
            <xsl:when test="map:contains($slots, f:identity(.))" xmlns:map="http://www.w3.org/2005/xpath-functions/map">
              <a class="back-link" href="#ref.{$id}" role="doc-backlink" aria-label="{f:say('back-to-the-text')}">{if (@type = 'footnote' and @n) then @n else '*'}</a>
            </xsl:when>
            <xsl:otherwise><span class="back-link">*</span></xsl:otherwise>
          </xsl:choose>
          <xsl:text> </xsl:text>
          <xsl:choose>
            <xsl:when test="@type = 'annotation'"><b class="kind">{f:say('label-handwriting')}</b></xsl:when>
            <xsl:when test="@type = 'footnote'"><b class="kind">{f:say('label-footnote')}</b></xsl:when>
            <xsl:otherwise><b class="kind">{f:say('label-editors-note')}</b></xsl:otherwise>
          </xsl:choose>
          <xsl:text> </xsl:text>
        </xsl:if>
        <xsl:sequence select="$note/node()"/>
      </p>
    </aside>
  </xsl:template>
</xsl:stylesheet>
