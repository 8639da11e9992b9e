<?xml version="1.0" encoding="UTF-8"?>
<!-- Since which version of the edition a reading stands. -->
<xsl:stylesheet version="3.0" expand-text="no" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="https://memcon.example/ns/functions" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- The change by which a reading came into the edition: the first, where several concern it. -->
  <xsl:function name="f:change" as="element()?">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="sort($entry/@xml:id/key('change', '#' || ., $edition), (), function($change) { f:sortable($change/@n) })[1]"/>
  </xsl:function>

  <xsl:function name="f:since" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="string((f:change($entry)/@n, $header/fileDesc/editionStmt/edition[1]/@n)[1])"/>
  </xsl:function>

  <!-- A version in a form whose alphabet is its order: 1.10.0 after 1.9.0. -->
  <xsl:function name="f:sortable" as="xs:string">
    <xsl:param name="version" as="xs:string?"/>
    <xsl:sequence select="string-join(tokenize(string($version), '\.') ! (if (. castable as xs:integer) then format-integer(xs:integer(.), '00000000') else .), '.')"/>
  </xsl:function>
</xsl:stylesheet>
