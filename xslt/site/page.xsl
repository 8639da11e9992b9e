<?xml version="1.0" encoding="UTF-8"?>
<!-- What all pages of the site share: the way to the others, the parts of a long page, links to documents. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:t="http://www.tei-c.org/ns/1.0"
  xmlns:f="https://memcon.example/ns/functions" xmlns="http://www.w3.org/1999/xhtml">

  <xsl:include href="navigation.xsl"/>

  <!-- A page is divided where its content would be longer than this; in bytes, as the rows are reckoned. -->
  <xsl:variable name="longest-part" as="xs:integer" select="220000"/>

  <xsl:template name="site-page" as="empty-sequence()">
    <xsl:param name="href" as="xs:string"/>
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="description" as="xs:string"/>
    <!-- The page in the navigation to which this one belongs, by the stem of its file. -->
    <xsl:param name="under" as="xs:string"/>
    <xsl:param name="kind" as="xs:string" select="''"/>
    <xsl:param name="content" as="node()*"/>
    <xsl:variable name="up" as="xs:string" select="if (contains($href, '/')) then '../' else ''"/>
    <xsl:result-document href="{$href}">
      <xsl:call-template name="frame">
        <xsl:with-param name="lang" select="$language"/>
        <xsl:with-param name="title" select="if ($title = $site-title) then $title else $title || ' – ' || $site-title"/>
        <xsl:with-param name="description" select="$description"/>
        <xsl:with-param name="kind" select="normalize-space('site ' || $kind)"/>
        <xsl:with-param name="up" select="$up"/>
        <xsl:with-param name="metadata" as="element()"><link rel="stylesheet" href="{$up}{$assets}/site.css"/></xsl:with-param>
        <xsl:with-param name="site" as="element()*">
          <xsl:call-template name="site-navigation">
            <xsl:with-param name="href" select="$href"/>
            <xsl:with-param name="under" select="$under"/>
            <xsl:with-param name="up" select="$up"/>
          </xsl:call-template>
        </xsl:with-param>
        <xsl:with-param name="content" select="$content"/>
        <xsl:with-param name="colophon" as="node()*">
          <p>
            <xsl:if test="$publisher">{replace($publisher, '\.$', '')}. </xsl:if>
            <xsl:choose>
              <xsl:when test="$licence-href"><a href="{$licence-href}" rel="license">{$licence}</a>. </xsl:when>
              <xsl:when test="$licence">{$licence}. </xsl:when>
            </xsl:choose>
            <xsl:if test="$software">{f:say('made-with', map { 'program': $software })}</xsl:if>
          </p>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:result-document>
  </xsl:template>

  <xsl:template name="page-head" as="element()">
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="sub" as="node()*"/>
    <header class="head">
      <h1>{$title}</h1>
      <xsl:if test="exists($sub)"><p class="sub"><xsl:sequence select="$sub"/></p></xsl:if>
    </header>
  </xsl:template>

  <!-- The number of the part into which each item falls, from what each weighs. -->
  <xsl:function name="f:parts" as="xs:integer*">
    <xsl:param name="weights" as="xs:integer*"/>
    <xsl:iterate select="$weights">
      <xsl:param name="part" as="xs:integer" select="1"/>
      <xsl:param name="room" as="xs:integer" select="$longest-part"/>
      <xsl:variable name="next" as="xs:boolean" select=". gt $room and $room lt $longest-part"/>
      <xsl:variable name="here" as="xs:integer" select="if ($next) then $part + 1 else $part"/>
      <xsl:sequence select="$here"/>
      <xsl:next-iteration>
        <xsl:with-param name="part" select="$here"/>
        <xsl:with-param name="room" select="(if ($next) then $longest-part else $room) - ."/>
      </xsl:next-iteration>
    </xsl:iterate>
  </xsl:function>

  <xsl:function name="f:of-part" as="item()*">
    <xsl:param name="items" as="item()*"/>
    <xsl:param name="parts" as="xs:integer*"/>
    <xsl:param name="part" as="xs:integer"/>
    <xsl:variable name="at" as="xs:integer*" select="index-of($parts, $part)"/>
    <xsl:sequence select="if (exists($at)) then subsequence($items, $at[1], count($at)) else ()"/>
  </xsl:function>

  <!-- No id holds a tilde: the further parts of a page take no other page's name. -->
  <xsl:function name="f:part-href" as="xs:string">
    <xsl:param name="stem" as="xs:string"/>
    <xsl:param name="part" as="xs:integer"/>
    <xsl:sequence select="$stem || (if ($part gt 1) then '~' || $part else '') || '.html'"/>
  </xsl:function>

  <!-- Links to the parts of a long page, each named by where it begins and ends. -->
  <xsl:template name="pager" as="element()?">
    <xsl:param name="stem" as="xs:string"/>
    <xsl:param name="part" as="xs:integer"/>
    <xsl:param name="labels" as="xs:string*"/>
    <xsl:if test="count($labels) gt 1">
      <nav class="pager" aria-label="{f:say('parts-of-page')}">
        <ol role="list">
          <xsl:for-each select="$labels">
            <li>
              <a href="{f:part-href(tokenize($stem, '/')[last()], position())}">
                <xsl:if test="position() = $part"><xsl:attribute name="aria-current" select="'page'"/></xsl:if>
                <xsl:text>{.}</xsl:text>
              </a>
            </li>
          </xsl:for-each>
        </ol>
      </nav>
    </xsl:if>
  </xsl:template>

  <xsl:function name="f:range" as="xs:string">
    <xsl:param name="first" as="xs:string"/>
    <xsl:param name="last" as="xs:string"/>
    <xsl:sequence select="if ($first = $last) then $first else $first || ' – ' || $last"/>
  </xsl:function>

  <xsl:function name="f:date" as="node()*">
    <xsl:param name="iso" as="xs:string?"/>
    <xsl:choose>
      <xsl:when test="string($iso) = ''"><xsl:text>{f:say('undated')}</xsl:text></xsl:when>
      <xsl:when test="matches($iso, '^\d{4}(-\d\d){0,2}$')"><time datetime="{$iso}">{f:day($iso)}</time></xsl:when>
      <xsl:otherwise><xsl:value-of select="$iso"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- A document as a link: its subject, in its language. -->
  <xsl:function name="f:document" as="element()">
    <xsl:param name="edition" as="element()"/>
    <xsl:param name="up" as="xs:string"/>
    <a href="{$up}{f:uri($edition/@name)}/index.html">
      <xsl:sequence select="f:in-language($edition/@lang)"/>
      <xsl:text>{($edition/subject[. ne ''], $edition/title[. ne ''], $edition/@name)[1]}</xsl:text>
    </a>
  </xsl:function>

  <xsl:function name="f:uri" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="encode-for-uri($name)"/>
  </xsl:function>
</xsl:stylesheet>
