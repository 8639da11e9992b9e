<?xml version="1.0" encoding="UTF-8"?>
<!-- The least that makes a page of TEI: what the chain of other tools is measured with. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0">
  <xsl:output method="html" version="5" indent="no"/>
  <xsl:template match="/">
    <html lang="en">
      <head><title><xsl:value-of select="(//titleStmt/title)[1]"/></title></head>
      <body><xsl:apply-templates select="//text"/></body>
    </html>
  </xsl:template>
  <xsl:template match="p"><p><xsl:apply-templates/></p></xsl:template>
  <xsl:template match="head"><h2><xsl:apply-templates/></h2></xsl:template>
  <xsl:template match="hi"><b><xsl:apply-templates/></b></xsl:template>
  <xsl:template match="del"><del><xsl:apply-templates/></del></xsl:template>
  <xsl:template match="lb"><br/></xsl:template>
</xsl:stylesheet>
