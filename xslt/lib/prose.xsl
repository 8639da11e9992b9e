<?xml version="1.0" encoding="UTF-8"?>
<!-- The editor's own prose: notes, declarations, descriptions. Text always survives; a few elements get a form. -->
<xsl:stylesheet version="3.0" expand-text="no" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="https://memcon.example/ns/functions" xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:mode name="prose" on-no-match="text-only-copy"/>

  <xsl:template match="p" mode="prose" as="element()">
    <!-- Where it is known and may be another than that of the page. -->
    <xsl:param name="lang-of-prose" as="xs:string?" tunnel="yes"/>
    <p><xsl:sequence select="f:in-language(($lang-of-prose, $language)[1])"/><xsl:apply-templates mode="prose"/></p>
  </xsl:template>

  <!-- Inside a line of text paragraphs become sentences that follow one another. -->
  <xsl:template match="note/p" mode="prose" as="node()*">
    <xsl:if test="preceding-sibling::p"><xsl:text> </xsl:text></xsl:if>
    <xsl:apply-templates mode="prose"/>
  </xsl:template>

  <xsl:template match="ref[@target]" mode="prose" as="element()">
    <a href="{@target}"><xsl:apply-templates mode="prose"/></a>
  </xsl:template>

  <xsl:template match="title" mode="prose" as="element()">
    <cite><xsl:apply-templates mode="prose"/></cite>
  </xsl:template>

  <xsl:template match="q | quote" mode="prose" as="node()*">
    <xsl:text>“</xsl:text><xsl:apply-templates mode="prose"/><xsl:text>”</xsl:text>
  </xsl:template>

  <xsl:template match="hi | emph | mentioned | foreign" mode="prose" as="element()">
    <i><xsl:if test="@xml:lang"><xsl:attribute name="lang" select="@xml:lang"/></xsl:if><xsl:apply-templates mode="prose"/></i>
  </xsl:template>

  <xsl:template match="gi | code | ident | att | val" mode="prose" as="element()">
    <code><xsl:apply-templates mode="prose"/></code>
  </xsl:template>

  <xsl:template match="date[@when] | docDate[@when]" mode="prose" as="element()">
    <time datetime="{@when}"><xsl:apply-templates mode="prose"/></time>
  </xsl:template>

  <xsl:template match="lb" mode="prose" as="text()"><xsl:text> </xsl:text></xsl:template>

  <xsl:template match="choice" mode="prose" as="node()*">
    <xsl:apply-templates select="(corr, reg, abbr, *)[1]/node()" mode="prose"/>
  </xsl:template>
</xsl:stylesheet>
