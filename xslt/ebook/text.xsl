<?xml version="1.0" encoding="UTF-8"?>
<!-- What of the reading text is otherwise in a book: there is no margin, so each note has a sign that leads to it. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="https://memcon.example/ns/functions"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:epub="http://www.idpf.org/2007/ops"
  xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Notes are gathered in a document of their own. -->
  <xsl:template name="margin-notes" as="element()?"/>
  <xsl:template name="ribbon" as="element()?"/>
  <xsl:template match="said" mode="next-turn" as="element()*"/>

  <!-- Readings of heads and feet have their notes among the others. -->
  <xsl:template name="all-readings" as="element()?"/>

  <xsl:template name="state" as="element()">
    <p class="state">
      <xsl:text>{f:capital(f:say('machine-encoded'))}</xsl:text>
      <xsl:if test="exists($mended)">; {f:counted('readings-mended-by-editor', count($mended))}</xsl:if>
      <xsl:if test="$mended[f:uncertain(.)]">, {f:counted('uncertain', count($mended[f:uncertain(.)]))}</xsl:if>
      <xsl:for-each select="$version">
        <xsl:text>. {if (@n) then f:say('version-title', map { 'number': @n }) else normalize-space(.)}</xsl:text>
        <xsl:for-each select="date/@when">, <time datetime="{.}">{f:day(.)}</time></xsl:for-each>
      </xsl:for-each>
      <xsl:text>. </xsl:text><a href="#cite">{f:say('how-to-cite')}</a><xsl:text>.</xsl:text>
    </p>
  </xsl:template>

  <!-- What tells a note from all others: its own id, or that of what it is about. -->
  <xsl:function name="f:note-id" as="xs:string">
    <xsl:param name="node" as="element()"/>
    <xsl:sequence select="
      if ($node[self::app or self::choice]) then 'note.' || f:anchor($node)
      else if ($node/self::note) then string(($node/@xml:id, 'note.' || f:slot-name($node))[1])
      else 'commentary.' || $node/@xml:id"/>
  </xsl:function>

  <!-- Where the page gives a note its height, the book has the sign of the note. -->
  <xsl:function name="f:slot" as="element()?">
    <xsl:param name="node" as="element()"/>
    <xsl:if test="map:contains($slots, f:identity($node)) and not($node[self::note/@type = 'footnote'])">
      <xsl:variable name="id" as="xs:string" select="f:note-id($node)"/>
      <a class="mark" id="ref.{$id}" href="#{$id}" role="doc-noteref" aria-label="{f:say(if ($node/@type = 'annotation') then 'found-handwriting' else 'found-note')}">*</a>
    </xsl:if>
  </xsl:function>

  <xsl:template match="note" mode="reading" as="element()?">
    <xsl:choose>
      <xsl:when test="ancestor::p or ancestor::ab"><xsl:sequence select="f:slot(.)"/></xsl:when>
      <xsl:otherwise><p class="loose"><xsl:sequence select="f:slot(.)"/><span><xsl:sequence select="f:in-interface-among($lang)"/><xsl:text> {f:say(if (@type = 'annotation') then 'found-handwriting' else 'found-note')}</xsl:text></span></p></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A page may begin in a running head, which the book shows a second time. -->
  <xsl:template match="pb" mode="reading" as="element()?">
    <xsl:param name="without-pages" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:if test="not($without-pages)">
      <span epub:type="pagebreak" role="doc-pagebreak" class="page" aria-label="{f:say('page-short', map { 'page': @n })}"><xsl:sequence select="f:id(.)"/><xsl:sequence select="f:in-interface-among($lang)"/>{f:say('page-short', map { 'page': @n })}</span>
    </xsl:if>
  </xsl:template>

  <!-- The typist's footnote goes back to the first sign of it. -->
  <xsl:key name="footnote-sign" match="ref[@type = 'footnote']" use="@target"/>
  <xsl:template match="ref[@type = 'footnote']" mode="reading" as="element()" priority="1">
    <a class="mark footnote-mark" href="{@target}" role="doc-noteref" aria-label="{f:say('footnote-number', map { 'number': string(.) })}">
      <xsl:if test="key('footnote-sign', @target, $edition)[1] is ."><xsl:attribute name="id" select="'ref.' || substring-after(@target, '#')"/></xsl:if>
      <xsl:apply-templates mode="reading"/>
    </a>
  </xsl:template>
</xsl:stylesheet>
