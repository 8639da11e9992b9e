<?xml version="1.0" encoding="UTF-8"?>
<!-- ODD to ISO Schematron (ISO/IEC 19757-3), for the tools of editors: a pattern for each constraint, named for its rule. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:odd="https://memcon.example/ns/odd" xmlns:sch="http://purl.oclc.org/dsdl/schematron"
  xmlns="http://purl.oclc.org/dsdl/schematron" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:include href="constraints.xsl"/>
  <xsl:output method="xml" encoding="UTF-8" indent="yes" suppress-indentation="sch:assert sch:report sch:diagnostic"/>
  <xsl:mode name="copy" on-no-match="shallow-copy"/>

  <!-- Without the namespaces of the ODD around it. -->
  <xsl:template match="*" mode="copy" as="element()">
    <xsl:element name="{name() => replace('^sch:', '')}" namespace="{namespace-uri()}">
      <xsl:apply-templates select="@*, node()" mode="copy"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="/" as="element()">
    <schema queryBinding="xslt2">
      <xsl:comment> Made from memcon.odd by xslt/schema/schematron.xsl; change that, and run “npm run schema”. </xsl:comment>
      <title>{odd:words($odd:schema/desc)}</title>
      <ns prefix="tei" uri="{$odd:schema/@ns}"/>
      <ns prefix="xs" uri="http://www.w3.org/2001/XMLSchema"/>
      <xsl:apply-templates select="$odd:look-up" mode="copy"/>
      <xsl:for-each select="$odd:constraints">
        <pattern id="{@ident}">
          <title>{odd:words(desc)}</title>
          <xsl:apply-templates select="constraint/sch:rule" mode="copy"/>
        </pattern>
      </xsl:for-each>
      <diagnostics>
        <xsl:apply-templates select="$odd:constraints/constraint/sch:diagnostics/sch:diagnostic" mode="copy"/>
      </diagnostics>
    </schema>
  </xsl:template>

  <!-- The first assertion has the name of the rule, others a number behind it: ids are unique in a schema. -->
  <xsl:template match="sch:assert | sch:report" mode="copy" as="element()" priority="1">
    <xsl:element name="{local-name()}" namespace="{namespace-uri()}">
      <xsl:attribute name="id" select="odd:assertion-id(.)"/>
      <xsl:apply-templates select="@*, node()" mode="copy"/>
      <xsl:text> [{ancestor::constraintSpec/@ident}]</xsl:text>
    </xsl:element>
  </xsl:template>
</xsl:stylesheet>
