<?xml version="1.0" encoding="UTF-8"?>
<!-- Words that run on over the end of a page: between their halves stand line ends and furniture, and no space is read. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="https://memcon.example/ns/functions" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- A text beside such a page break, without the white space on that side. -->
  <xsl:function name="f:without-gap" as="xs:string">
    <xsl:param name="text" as="text()"/>
    <xsl:variable name="behind" as="xs:boolean" select="$text/preceding-sibling::*[1][self::fw or self::pb]/(self::pb | preceding-sibling::pb[1])/@break = 'no'"/>
    <xsl:variable name="before" as="xs:boolean" select="$text/following-sibling::*[1][self::fw or self::pb]/(self::pb, following-sibling::pb[1])[1]/@break = 'no'"/>
    <xsl:variable name="begun" as="xs:string" select="if ($behind) then replace($text, '^\s+', '') else string($text)"/>
    <xsl:sequence select="if ($before) then replace($begun, '\s+$', '') else $begun"/>
  </xsl:function>

  <xsl:template match="text()[../pb/@break = 'no']" mode="reading words" as="text()" priority="1">
    <xsl:value-of select="f:without-gap(.)"/>
  </xsl:template>
  <xsl:template match="text()[../pb/@break = 'no']" mode="run stretches unit" as="xs:string" priority="1">
    <xsl:sequence select="f:without-gap(.)"/>
  </xsl:template>
</xsl:stylesheet>
