<?xml version="1.0" encoding="UTF-8"?>
<!-- The transcription as lines: a stream of words, line ends and page breaks, out of what marks run over lines. -->
<xsl:stylesheet version="3.0" expand-text="no" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:h="http://www.w3.org/1999/xhtml"
  xmlns:f="https://memcon.example/ns/functions" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:variable name="pages" as="element()*" select="$edition//text//pb"/>
  <!-- The pages whose lines have places; on others a line begins with each block. -->
  <xsl:variable name="pages-in-lines" as="map(xs:integer, xs:boolean)" select="
    map:merge($edition//text//lb[@facs] ! map:entry(f:page(.), true()))"/>

  <xsl:mode name="stream" on-no-match="shallow-skip"/>

  <xsl:template match="text()" mode="stream" as="node()?">
    <xsl:param name="classes" as="xs:string*" tunnel="yes"/>
    <xsl:choose>
      <xsl:when test="not(normalize-space())"><xsl:value-of select="' '"/></xsl:when>
      <xsl:when test="$classes = 'struck'"><s><xsl:value-of select="."/></s></xsl:when>
      <xsl:when test="exists($classes)"><span class="{string-join(distinct-values($classes), ' ')}"><xsl:value-of select="."/></span></xsl:when>
      <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="lb" mode="stream" as="element()"><lb xmlns=""><xsl:copy-of select="@facs"/></lb></xsl:template>
  <xsl:template match="pb" mode="stream" as="element()"><pb xmlns="" pb="{f:page(.)}"/></xsl:template>

  <xsl:template match="*" mode="stream" as="node()*" priority="-1">
    <xsl:param name="content" as="node()*" select="node()"/>
    <xsl:param name="class" as="xs:string?"/>
    <xsl:param name="classes" as="xs:string*" tunnel="yes"/>
    <xsl:if test="(self::p or self::ab or self::item or self::head or self::fw or self::row or self::dateline or self::signed or self::salute or self::label or self::note)
      and not(map:contains($pages-in-lines, f:page(.)))"><lb xmlns=""/></xsl:if>
    <xsl:if test="@xml:id"><id xmlns=""><xsl:value-of select="@xml:id"/></id></xsl:if>
    <xsl:apply-templates select="$content" mode="stream"><xsl:with-param name="classes" select="$classes, $class" tunnel="yes"/></xsl:apply-templates>
  </xsl:template>

  <xsl:template match="app | choice[sic or orig]" mode="stream" as="node()*">
    <xsl:next-match>
      <xsl:with-param name="content" select="f:base(.)/node()"/>
      <xsl:with-param name="class" select="'mended'[f:is-mended(f:whole(current()))]"/>
    </xsl:next-match>
  </xsl:template>
  <xsl:template match="choice[abbr]" mode="stream" as="node()*"><xsl:next-match><xsl:with-param name="content" select="abbr/node()"/></xsl:next-match></xsl:template>
  <xsl:template match="del" mode="stream" as="node()*"><xsl:next-match><xsl:with-param name="class" select="'struck'"/></xsl:next-match></xsl:template>
  <xsl:template match="add | note[@type = 'annotation']" mode="stream" as="node()*"><xsl:next-match><xsl:with-param name="class" select="'hand'"/></xsl:next-match></xsl:template>
  <xsl:template match="unclear[not(@reason = 'recognition')] | supplied" mode="stream" as="node()*"><xsl:next-match><xsl:with-param name="class" select="'unclear'"/></xsl:next-match></xsl:template>
  <xsl:template match="unclear[@reason = 'recognition']" mode="stream" as="node()*"><xsl:next-match><xsl:with-param name="class" select="'doubted'"/></xsl:next-match></xsl:template>
  <xsl:template match="gap[not(desc)]" mode="stream" as="element()"><span class="gap">[…]</span></xsl:template>
  <!-- The editor's own notes are not on the paper. -->
  <xsl:template match="note[not(@type = ('annotation', 'footnote'))] | certainty" mode="stream" as="empty-sequence()"/>

  <xsl:variable name="stream" as="node()*">
    <xsl:variable name="nodes" as="node()*"><xsl:apply-templates select="$edition/TEI/text" mode="stream"/></xsl:variable>
    <!-- An anchor stands at the first words behind it, not at the end of the line before them. -->
    <xsl:iterate select="$nodes">
      <xsl:param name="waiting" as="element()*"/>
      <xsl:on-completion select="$waiting ! f:anchor-at(.)"/>
      <xsl:choose>
        <xsl:when test="self::*:id"><xsl:next-iteration><xsl:with-param name="waiting" select="$waiting, ."/></xsl:next-iteration></xsl:when>
        <xsl:when test="normalize-space()">
          <xsl:sequence select="$waiting ! f:anchor-at(.), ."/>
          <xsl:next-iteration><xsl:with-param name="waiting" select="()"/></xsl:next-iteration>
        </xsl:when>
        <xsl:otherwise><xsl:sequence select="."/></xsl:otherwise>
      </xsl:choose>
    </xsl:iterate>
  </xsl:variable>

  <xsl:function name="f:anchor-at" as="element()">
    <xsl:param name="id" as="element()"/>
    <span id="{$id}"></span>
  </xsl:function>

  <!-- An array a page, of its lines, each with its words, its page and its place. -->
  <xsl:variable name="pages-of-lines" as="array(element())*">
    <xsl:for-each-group select="$stream" group-starting-with="*:pb">
      <xsl:variable name="page" as="attribute()?" select="current-group()[1]/@pb"/>
      <xsl:variable name="lines" as="element()*">
        <xsl:for-each-group select="current-group()" group-starting-with="*:lb | *:pb">
          <line xmlns=""><xsl:copy-of select="$page, current-group()[1]/@facs, current-group()[not(self::*:lb or self::*:pb)]"/></line>
        </xsl:for-each-group>
      </xsl:variable>
      <xsl:if test="exists($page) or exists($lines[normalize-space()])"><xsl:sequence select="array { $lines }"/></xsl:if>
    </xsl:for-each-group>
  </xsl:variable>

  <xsl:variable name="lines-of-zones" as="map(xs:string, element())" select="
    map:merge($pages-of-lines ! ?*[@facs][normalize-space()] ! map:entry(string(@facs), .), map { 'duplicates': 'use-first' })"/>
</xsl:stylesheet>
