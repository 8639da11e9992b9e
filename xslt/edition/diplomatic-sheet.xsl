<?xml version="1.0" encoding="UTF-8"?>
<!-- A sheet and the notes beside it. Ids on the sheet begin with what the view puts before them. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="https://memcon.example/ns/functions" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

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
  <!-- Lines of a page image end where the typist ended them. -->
  <xsl:variable name="keeps-lines" as="xs:boolean" select="exists($edition//text//lb[@facs])"/>

  <xsl:function name="f:before-pages" as="xs:boolean">
    <xsl:sequence select="exists($edition//text//text()[normalize-space()][. &lt;&lt; $pages[1]])"/>
  </xsl:function>

  <xsl:function name="f:typed-id" as="attribute()?">
    <xsl:param name="element" as="element()"/>
    <xsl:if test="$element/@xml:id"><xsl:attribute name="id" select="$typed || $element/@xml:id"/></xsl:if>
  </xsl:function>

  <xsl:template name="paper" as="element()">
    <xsl:param name="page" as="xs:integer"/>
    <div class="{if ($keeps-lines) then 'sheet kept' else 'sheet'}">
      <xsl:sequence select="f:in-language($lang)"/>
      <xsl:apply-templates select="$texts" mode="diplomatic">
        <xsl:with-param name="page" select="$page" tunnel="yes"/>
      </xsl:apply-templates>
    </div>
  </xsl:template>

  <xsl:mode name="beside" on-no-match="fail"/>

  <xsl:template match="app | choice" mode="beside" as="element()">
    <li class="note reading{' varies'[not(f:is-mended(current()))]} n{$typed-slots(f:identity(.))}" id="{$typed}note.{f:anchor(.)}">
      <a class="back-link" href="#{$typed}{f:anchor(.)}" role="doc-backlink" aria-label="{f:say('back-to-sheet', map { 'label': f:label(.) })}">{f:label(.)}</a>
      <xsl:text> </xsl:text>
      <xsl:call-template name="reading-note"><xsl:with-param name="entry" select="."/></xsl:call-template>
      <xsl:sequence select="f:cite(@xml:id, f:say('what-reading', map { 'label': f:label(.) }))"/>
    </li>
  </xsl:template>

  <xsl:template match="fw" mode="beside" as="element()">
    <li class="note commentary n{$typed-slots(f:identity(.))}">
      <xsl:for-each select="key('about', '#' || @xml:id, $edition)">
        <span class="comment"><xsl:sequence select="f:typed-id(.)"/><xsl:apply-templates mode="prose"/><xsl:sequence select="f:links(., f:say('what-note'), $typed)"/></span>
      </xsl:for-each>
    </li>
  </xsl:template>
</xsl:stylesheet>
