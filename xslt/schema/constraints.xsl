<?xml version="1.0" encoding="UTF-8"?>
<!-- The constraints of an ODD, in the order of its specifications: one for each rule, with what they look up beside them. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:odd="https://memcon.example/ns/odd" xmlns:sch="http://purl.oclc.org/dsdl/schematron"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:include href="odd.xsl"/>

  <!-- Constraints with a rule; those without give keys and variables to the others. -->
  <xsl:variable name="odd:constraints" as="element(constraintSpec)*"
    select="$odd:specs/(self::constraintSpec, constraintSpec)[constraint/sch:rule]"/>

  <xsl:variable name="odd:look-up" as="element()*"
    select="$odd:specs/(self::constraintSpec, constraintSpec)[not(constraint/sch:rule)]/constraint/*"/>

  <xsl:function name="odd:assertion-id" as="xs:string">
    <xsl:param name="assertion" as="element()"/>
    <xsl:variable name="own" as="element(constraintSpec)" select="$assertion/ancestor::constraintSpec"/>
    <xsl:variable name="n" as="xs:integer" select="count($own//(sch:assert | sch:report)[. &lt;&lt; $assertion])"/>
    <xsl:sequence select="if ($n = 0) then string($own/@ident) else $own/@ident || '.' || $n + 1"/>
  </xsl:function>
</xsl:stylesheet>
