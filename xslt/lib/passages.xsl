<?xml version="1.0" encoding="UTF-8"?>
<!-- Where an entry of the apparatus stands, in words, and the words before and behind it. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="https://memcon.example/ns/functions" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:variable name="words-around" as="xs:integer" select="7"/>
  <!-- As many stretches of text on either side as surely hold so many words. -->
  <xsl:variable name="stretches-around" as="xs:integer" select="20"/>

  <!-- 'p. 2, ¶ 7' or 'p. 2, page number'. -->
  <xsl:function name="f:whereabouts" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="page" as="xs:integer" select="f:page($entry)"/>
    <xsl:sequence select="string-join((if ($page gt 0) then f:say('page-short', map { 'page': $page }) else (), f:part-of-page($entry)), ', ')"/>
  </xsl:function>

  <xsl:function name="f:part-of-page" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="paragraph" as="element()?" select="$entry/(ancestor::p | ancestor::ab[@type = 'heading'])[last()]"/>
    <xsl:sequence select="
      if ($entry/ancestor::fw) then f:named('furniture', ($entry/ancestor::fw)[1]/@type, f:say('head-or-foot'))
      else if ($entry/ancestor::note) then f:say(if ($entry/ancestor::note/@type = 'footnote') then 'in-footnote' else 'in-handwriting')
      else if ($paragraph) then '¶&#160;' || f:paragraph-number($paragraph)
      else if ($entry/ancestor::list/@type) then f:named('part', ($entry/ancestor::list/@type)[1])
      else if ($entry/ancestor::table) then f:named('part', ($entry/ancestor::table/@type, 'table')[1])
      else f:named('part', if ($entry/ancestor::head) then 'title' else if ($entry/ancestor::dateline) then 'dateline' else 'form')"/>
  </xsl:function>

  <!-- The words before and behind each entry, by its identity: each block is read once for all entries in it. -->
  <xsl:function name="f:contexts" as="map(*)">
    <xsl:param name="entries" as="element()*"/>
    <xsl:map>
      <xsl:for-each-group select="$entries" group-by="f:identity(f:block(.))">
        <xsl:variable name="wanted" as="xs:string*" select="current-group() ! f:identity(.)"/>
        <xsl:variable name="items" as="item()*"><xsl:apply-templates select="f:block(current-group()[1])/node()" mode="stretches"/></xsl:variable>
        <xsl:for-each select="1 to count($items)">
          <xsl:variable name="n" as="xs:integer" select="."/>
          <xsl:variable name="key" as="xs:string?" select="$items[$n][. instance of element()] ! f:identity(.)"/>
          <xsl:if test="$key = $wanted">
            <xsl:map-entry key="$key" select="map {
              'before': f:last-words(f:joined(subsequence($items, max((1, $n - $stretches-around)), min(($stretches-around, $n - 1))))),
              'behind': f:first-words(f:joined(subsequence($items, $n + 1, $stretches-around))) }"/>
          </xsl:if>
        </xsl:for-each>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:function>

  <!-- A block as it is read: strings, and the entries between them. -->
  <xsl:mode name="stretches" on-no-match="shallow-skip"/>
  <xsl:template match="text()" mode="stretches" as="xs:string"><xsl:sequence select="string(.)"/></xsl:template>
  <xsl:template match="lb[not(@break = 'no')]" mode="stretches" as="xs:string"><xsl:sequence select="' '"/></xsl:template>
  <xsl:template match="app | choice[sic or orig]" mode="stretches" as="element()?"><xsl:sequence select=".[not(@prev)]"/></xsl:template>
  <xsl:template match="fw | note | expan | pc[@force = 'weak']" mode="stretches" as="empty-sequence()"/>

  <xsl:function name="f:joined" as="xs:string">
    <xsl:param name="items" as="item()*"/>
    <xsl:sequence select="string-join(for $item in $items return if ($item instance of element()) then f:edited($item) else $item)"/>
  </xsl:function>

  <!-- What stands right at the entry stays there: a space, or a bracket without one. -->
  <xsl:function name="f:last-words" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="words" as="xs:string*" select="tokenize($text)"/>
    <xsl:sequence select="
      (if (count($words) gt $words-around) then '… ' else '')
      || string-join(subsequence($words, max((1, count($words) - $words-around + 1))), ' ')
      || (if (matches($text, '\S\s+$')) then ' ' else '')"/>
  </xsl:function>
  <xsl:function name="f:first-words" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="words" as="xs:string*" select="tokenize($text)"/>
    <xsl:sequence select="
      (if (matches($text, '^\s+\S')) then ' ' else '')
      || string-join(subsequence($words, 1, $words-around), ' ')
      || (if (count($words) gt $words-around) then ' …' else '')"/>
  </xsl:function>

  <xsl:template name="in-context" as="node()*">
    <xsl:param name="contexts" as="map(*)"/>
    <xsl:variable name="around" as="map(*)?" select="$contexts(f:identity(.))"/>
    <xsl:value-of select="$around?before"/>
    <xsl:call-template name="edited-words"/>
    <xsl:value-of select="$around?behind"/>
  </xsl:template>

  <!-- What the edition reads, or that the words fall out. -->
  <xsl:template name="edited-words" as="element()">
    <xsl:choose>
      <xsl:when test="f:edited(.) = ''"><span class="left-out">{f:say('left-out')}</span></xsl:when>
      <xsl:otherwise><b class="lemma"><xsl:sequence select="f:in-language($lang)"/>{f:edited(.)}</b></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
