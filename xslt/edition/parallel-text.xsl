<?xml version="1.0" encoding="UTF-8"?>
<!-- The reading text page by page: the templates of the reading view, with a gate before them that lets the nodes of one page through. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:h="http://www.w3.org/1999/xhtml"
  xmlns:f="https://memcon.example/ns/functions" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- The blocks of the talk by page: looked for once, not again for every page. -->
  <xsl:variable name="talk-of" as="map(xs:integer, node()*)">
    <xsl:map>
      <xsl:for-each-group select="$talk" group-by="accumulator-before('page') to accumulator-after('page')">
        <xsl:map-entry key="current-grouping-key()" select="current-group()"/>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:variable>

  <xsl:template name="reading-of-page" as="element()*">
    <xsl:param name="page" as="xs:integer"/>
    <xsl:variable name="blocks" as="node()*">
      <xsl:apply-templates select="$talk-of($page)" mode="reading"><xsl:with-param name="page" select="$page" tunnel="yes"/></xsl:apply-templates>
    </xsl:variable>
    <!-- The form says what it says once, on the page on which it begins. -->
    <xsl:if test="$page = $numbers[1] and exists($front)">
      <div class="form">
        <xsl:call-template name="form"/>
        <xsl:call-template name="form-notes"/>
      </div>
    </xsl:if>
    <xsl:choose>
      <xsl:when test="exists($blocks[self::*])"><div class="talk"><xsl:sequence select="f:in-language($lang)"/><xsl:sequence select="$blocks"/></div></xsl:when>
      <xsl:when test="$page ne $numbers[1] or empty($front)"><p class="nothing">{f:say('no-text-on-page')}</p></xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="node()" mode="reading" as="node()*" priority="20">
    <xsl:param name="page" as="xs:integer?" tunnel="yes"/>
    <xsl:choose>
      <xsl:when test="empty($page)"><xsl:next-match/></xsl:when>
      <xsl:when test="not(f:on-page(., $page))"/>
      <xsl:when test="accumulator-before('page') = accumulator-after('page')"><xsl:next-match/></xsl:when>
      <!-- What runs over a page break: whole where it begins, without ids and links to itself where it goes on. -->
      <xsl:when test="$page lt f:first-page(.) or $page gt f:last-page(.)"/>
      <xsl:when test="$page = f:first-page(.)"><xsl:next-match/></xsl:when>
      <xsl:otherwise>
        <xsl:variable name="rest" as="node()*"><xsl:next-match/></xsl:variable>
        <xsl:apply-templates select="$rest" mode="goes-on"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A part of the text that has parts has them by page already. -->
  <xsl:template match="div" mode="reading" as="element()?" priority="21">
    <xsl:param name="page" as="xs:integer?" tunnel="yes"/>
    <xsl:variable name="content" as="node()*"><xsl:apply-templates select="if (exists($page)) then $standing(f:identity(.) || ' ' || $page) else node()" mode="reading"/></xsl:variable>
    <xsl:if test="exists($content[self::*])">
      <div class="part"><xsl:if test="empty($page) or f:page(.) = $page"><xsl:sequence select="f:id(.)"/></xsl:if><xsl:sequence select="$content"/></div>
    </xsl:if>
  </xsl:template>

  <!-- The row of the page says where it begins. -->
  <xsl:template match="pb" mode="reading" as="empty-sequence()" priority="21"/>

  <xsl:template match="head" mode="lines" as="element()?" priority="20">
    <xsl:param name="page" as="xs:integer?" tunnel="yes"/>
    <xsl:if test="empty($page) or f:on-page(., $page)"><xsl:next-match/></xsl:if>
  </xsl:template>

  <xsl:mode name="goes-on" on-no-match="shallow-copy"/>
  <xsl:template match="h:*" mode="goes-on" as="element()">
    <xsl:copy><xsl:copy-of select="@* except @id, node()"/></xsl:copy>
  </xsl:template>
  <xsl:template match="h:div[@class = 'par' or starts-with(@class, 'par ')]" mode="goes-on" as="element()">
    <div class="{@class} goes-on">
      <xsl:apply-templates select="*[1]" mode="goes-on"/>
      <xsl:copy-of select="*[position() gt 1]"/>
    </div>
  </xsl:template>
  <xsl:template match="h:p[h:a/@class = 'number'] | h:h3" mode="goes-on" as="element()">
    <xsl:copy><xsl:copy-of select="@* except @id, node() except h:a[@class = ('number', 'cite')]"/></xsl:copy>
  </xsl:template>
  <!-- The speaker of a turn that goes on is said to those who listen, and shown again at the head of the page. -->
  <xsl:template match="h:span[tokenize(@class) = 'turn']" mode="goes-on" as="element()">
    <span class="{@class} goes-on">
      <span class="speaker"><xsl:copy-of select="h:span[1]/(h:a | h:b)"/><xsl:if test="not(h:span[1]/(h:a | h:b))"><b>{substring-before(h:span[1], f:say('speaker-continued', map { 'speaker': '' }) || f:say('colon'))}</b></xsl:if><span class="tag"><xsl:sequence select="f:in-interface-among($lang)"/> {f:say('continued')}</span><span class="vh">{f:say('colon')} </span></span>
      <xsl:copy-of select="h:span[@class = 'words']"/>
    </span>
  </xsl:template>
  <xsl:template match="h:a[tokenize(@class) = 'mark'] | h:span[@class = 'doubt']" mode="goes-on" as="empty-sequence()"/>
</xsl:stylesheet>
