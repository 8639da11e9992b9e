<?xml version="1.0" encoding="UTF-8"?>
<!-- The right margin: readings, handwriting, commentary, in a list behind the paragraph they concern. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="https://memcon.example/ns/functions" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:mode name="margin" on-no-match="text-only-copy"/>

  <!-- The class of the sign in the text ('r4'), and of the note that belongs to it ('n4'). -->
  <xsl:function name="f:slot-name" as="xs:string?">
    <xsl:param name="node" as="element()"/>
    <xsl:sequence select="$slots(f:identity($node)) ! ('r' || .)"/>
  </xsl:function>

  <!-- An empty sign that only gives the note its height. -->
  <xsl:function name="f:slot" as="element()?">
    <xsl:param name="node" as="element()"/>
    <xsl:if test="map:contains($slots, f:identity($node))">
      <span class="at {f:slot-name($node)}"></span>
    </xsl:if>
  </xsl:function>

  <xsl:template name="margin-notes" as="element()?">
    <!-- A view that goes page by page takes the notes of the page, and each of them whole. -->
    <xsl:param name="page" as="xs:integer?" tunnel="yes"/>
    <!-- Only of the kinds that have slots: names and dates have no id, and their identity is dear. -->
    <xsl:variable name="notes" as="element()*" select="
      descendant-or-self::*[self::app or self::choice or self::note or self::p or self::ab or self::said][map:contains($slots, f:identity(.))]
        [empty($page) or f:first-page(.) = $page]"
      xmlns:map="http://www.w3.org/2005/xpath-functions/map"/>
    <xsl:if test="exists($notes)">
      <ul class="notes" role="list" aria-label="{f:say('notes')}">
        <xsl:sequence select="f:in-interface-among($lang)"/>
        <xsl:apply-templates select="$notes" mode="margin"><xsl:with-param name="page" select="()" tunnel="yes"/></xsl:apply-templates>
      </ul>
    </xsl:if>
  </xsl:template>

  <xsl:template match="p | ab | said" mode="margin" as="element()*">
    <xsl:variable name="slot" as="xs:integer" select="$slots(f:identity(.))"/>
    <li class="note commentary n{$slot}">
      <xsl:for-each select="key('about', '#' || @xml:id, $edition)">
        <xsl:call-template name="commentary"/>
      </xsl:for-each>
    </li>
  </xsl:template>

  <xsl:template match="app | choice" mode="margin" as="element()">
    <li class="note reading{' varies'[not(f:is-mended(current()))]} {$slots(f:identity(.)) ! ('n' || .)}" id="note.{f:anchor(.)}">
      <xsl:choose>
        <xsl:when test="f:is-only-noted(.)"><span class="back-link" id="{f:anchor(.)}">{f:label(.)}</span></xsl:when>
        <xsl:otherwise><a class="back-link" href="#{f:anchor(.)}" role="doc-backlink" aria-label="{f:say('back-to-text', map { 'label': f:label(.) })}">{f:label(.)}</a></xsl:otherwise>
      </xsl:choose>
      <xsl:text> </xsl:text>
      <xsl:call-template name="reading-note"><xsl:with-param name="entry" select="."/></xsl:call-template>
      <xsl:sequence select="f:cite(@xml:id, f:say('what-reading', map { 'label': f:label(.) }))"/>
    </li>
  </xsl:template>

  <xsl:template match="note[@type = 'annotation']" mode="margin" as="element()">
    <xsl:variable name="page" as="xs:string?" select="accumulator-before('page')[. gt 0] ! string(.)"/>
    <li class="note annotation {$slots(f:identity(.)) ! ('n' || .)}">
      <xsl:sequence select="f:id(.)"/>
      <span class="hand-text"><xsl:sequence select="f:in-language($lang)"/><xsl:apply-templates mode="reading"/></span>
      <xsl:text> </xsl:text>
      <span class="grounds">
        <xsl:choose>
          <xsl:when test="f:entry(@hand)"><xsl:variable name="hand" as="element()"><a href="{$register}{@hand}">{f:hand(@hand)}</a></xsl:variable><xsl:sequence select="f:tell('hand', map { 'hand': $hand })"/></xsl:when>
          <xsl:otherwise>{f:say('handwritten')}</xsl:otherwise>
        </xsl:choose>
        <xsl:if test="@cert = 'low'"><span class="doubt"><span aria-hidden="true">?</span><span class="vh"> {f:say('uncertain-aside')}</span></span></xsl:if>
        <xsl:text>, {string-join(($page ! f:say('page-short', map { 'page': . }), @place ! f:place(.)), ', ')} </xsl:text>
        <xsl:sequence select="f:links(., f:say('what-annotation', map { 'number': replace(@xml:id, '^\D+', '') }), '')"/>
      </span>
      <xsl:for-each select="key('about', '#' || @xml:id, $edition)"><xsl:call-template name="commentary"/></xsl:for-each>
    </li>
  </xsl:template>

  <!-- A footnote of the typist's. -->
  <xsl:template match="note[@type = 'footnote']" mode="margin" as="element()">
    <li class="note footnote {$slots(f:identity(.)) ! ('n' || .)}">
      <xsl:sequence select="f:id(.)"/>
      <span class="vh">{f:say('label-footnote')} </span>
      <span class="comment"><xsl:sequence select="f:in-language($lang)"/><xsl:apply-templates mode="reading"/></span>
      <xsl:sequence select="f:links(., f:say('what-footnote', map { 'number': string(@n) }), '')"/>
    </li>
  </xsl:template>

  <!-- A note at its place that is no annotation: the editor's or the paper's own. -->
  <xsl:template match="note" mode="margin" as="element()">
    <li class="note commentary {$slots(f:identity(.)) ! ('n' || .)}"><xsl:call-template name="commentary"/></li>
  </xsl:template>

  <xsl:template name="commentary" as="element()">
    <span class="comment"><xsl:sequence select="f:id(.)"/><xsl:if test="@subtype = 'textual'"><span class="tag">{f:say('on-the-text')} </span></xsl:if><xsl:apply-templates mode="prose"/><xsl:sequence select="f:links(., f:say('what-note'), '')"/></span>
  </xsl:template>

  <!-- Inside a paragraph a sign stands for the annotation; between paragraphs the annotation itself takes its place. -->
  <xsl:template match="note" mode="reading" as="element()?">
    <xsl:choose>
      <xsl:when test="@type = 'footnote' and (ancestor::p or ancestor::ab)"><xsl:sequence select="f:slot(.)"/></xsl:when>
      <xsl:when test="ancestor::p or ancestor::ab">
        <a class="mark hand-mark {f:slot-name(.)}" href="#{@xml:id}" role="doc-noteref" aria-label="{f:say(if (@type = 'annotation') then 'an-annotation' else 'found-note')}">*</a>
      </xsl:when>
      <xsl:otherwise>
        <div class="par loose"><xsl:sequence select="f:slot(.)"/><xsl:call-template name="margin-notes"/></div>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:function name="f:place" as="xs:string">
    <xsl:param name="place" as="xs:string"/>
    <xsl:sequence select="f:named('place', $place)"/>
  </xsl:function>

  <!-- 'hand.approval' as 'approval'; the whole description stands among the hands. -->
  <xsl:function name="f:hand" as="xs:string">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:sequence select="translate(replace($pointer, '^#(hand\.)?', ''), '-_', '  ')"/>
  </xsl:function>
</xsl:stylesheet>
