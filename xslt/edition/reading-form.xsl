<?xml version="1.0" encoding="UTF-8"?>
<!-- Lists, tables and lines of the form that stand among the paragraphs, such as a distribution at the end. -->
<xsl:stylesheet version="3.0" expand-text="no" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="https://memcon.example/ns/functions" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template match="list | table | opener | closer | head" mode="reading" as="element()">
    <div class="par form-part">
      <div class="lines"><xsl:sequence select="f:id(.)"/><xsl:apply-templates select="." mode="lines"/></div>
      <xsl:call-template name="margin-notes"/>
    </div>
  </xsl:template>

  <!-- Parts of a form in a form are lines of it. -->
  <xsl:template match="item//list | list/head | table/head" mode="reading" as="element()">
    <xsl:apply-templates select="." mode="lines"/>
  </xsl:template>
  <xsl:template match="p//list | said//list" mode="reading" as="node()*" priority="2"><xsl:apply-templates mode="reading"/></xsl:template>
  <xsl:template match="(p | said)//item" mode="reading" as="node()*" priority="2">
    <br/><xsl:apply-templates mode="reading"/>
  </xsl:template>

  <xsl:mode name="lines" on-no-match="fail"/>

  <xsl:template match="list" mode="lines" as="element()*">
    <xsl:apply-templates select="head" mode="lines"/>
    <ul role="list"><xsl:apply-templates select="item | * except (head, item)" mode="reading"/></ul>
  </xsl:template>
  <xsl:template match="table" mode="lines" as="element()*">
    <xsl:apply-templates select="head" mode="lines"/>
    <table><tbody><xsl:apply-templates select="row" mode="reading"/></tbody></table>
  </xsl:template>
  <xsl:template match="head" mode="lines" as="element()"><p class="line"><b><xsl:apply-templates mode="reading"/></b></p></xsl:template>
  <xsl:template match="opener | closer" mode="lines" as="element()"><p class="line"><xsl:apply-templates mode="reading"/></p></xsl:template>

  <xsl:template match="item" mode="reading" as="element()"><li><xsl:apply-templates mode="reading"/></li></xsl:template>
  <xsl:template match="row" mode="reading" as="element()"><tr><xsl:apply-templates select="cell" mode="reading"/></tr></xsl:template>
  <xsl:template match="cell" mode="reading" as="element()"><td><xsl:apply-templates mode="reading"/></td></xsl:template>
  <xsl:template match="dateline | signed | salute" mode="reading" as="node()*"><xsl:apply-templates mode="reading"/></xsl:template>
</xsl:stylesheet>
