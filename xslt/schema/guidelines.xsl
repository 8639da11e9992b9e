<?xml version="1.0" encoding="UTF-8"?>
<!-- ODD to the guidelines, one page: the chapters, then each element, class and datatype with what it may hold and an example. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:odd="https://memcon.example/ns/odd" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:include href="constraints.xsl"/>
  <xsl:include href="models.xsl"/>
  <xsl:include href="guidelines-prose.xsl"/>
  <xsl:include href="guidelines-reference.xsl"/>
  <xsl:include href="../lib/frame.xsl"/>

  <xsl:template match="/" as="element()">
    <xsl:variable name="header" as="element()" select="TEI/teiHeader"/>
    <xsl:call-template name="frame">
      <xsl:with-param name="lang" select="string(TEI/@xml:lang)"/>
      <xsl:with-param name="title" select="normalize-space($header//title[1])"/>
      <xsl:with-param name="description" select="odd:words($odd:schema/desc)"/>
      <xsl:with-param name="kind" select="'guidelines'"/>
      <!-- This page is in English, whatever the language of the others. -->
      <xsl:with-param name="skip" select="'Skip to the text'"/>
      <xsl:with-param name="metadata" as="element()">
        <link rel="stylesheet" href="{$assets}/guidelines.css"/>
      </xsl:with-param>
      <xsl:with-param name="content" as="node()*">
        <header class="head">
          <h1>{normalize-space($header//title[1])}</h1>
          <p class="sub">{normalize-space($header//title[@type = 'sub'])}</p>
          <p class="files">
            <xsl:text>As files: </xsl:text>
            <a href="memcon.odd">ODD</a><xsl:text>, the source of this page; </xsl:text>
            <a href="memcon.rng">RELAX NG</a><xsl:text>; </xsl:text>
            <a href="memcon.sch">Schematron</a><xsl:text>.</xsl:text>
          </p>
        </header>
        <xsl:call-template name="contents"/>
        <xsl:apply-templates select="TEI/text/body/div" mode="prose"/>
        <xsl:call-template name="rules"/>
        <xsl:call-template name="elements"/>
      </xsl:with-param>
      <xsl:with-param name="colophon" as="node()*">
        <p>Made from the ODD; its element names and their meanings are TEI’s (<a href="https://www.tei-c.org/guidelines/p5/">TEI P5</a>).</p>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="contents" as="element()">
    <xsl:context-item as="document-node()" use="required"/>
    <nav class="contents" aria-labelledby="contents">
      <h2 id="contents">Contents</h2>
      <ol role="list">
        <xsl:for-each select="TEI/text/body/div">
          <li><a href="#{@xml:id}">{normalize-space(head)}</a></li>
        </xsl:for-each>
        <li><a href="#rules">Rules beyond the grammar</a></li>
        <li><a href="#elements">The elements, from A to Z</a></li>
      </ol>
      <p class="index">
        <xsl:for-each select="$odd:elements">
          <xsl:sort select="@ident" lang="en"/>
          <a href="#element.{@ident}">{@ident}</a>
          <xsl:if test="position() ne last()"><xsl:text> </xsl:text></xsl:if>
        </xsl:for-each>
      </p>
    </nav>
  </xsl:template>
</xsl:stylesheet>
