<?xml version="1.0" encoding="UTF-8"?>
<!-- ODD to the stylesheet that memcon runs: the Schematron rules as templates of one mode, one walk through the file for all.
     What is found comes as JSON: rule, path of the element, what is wrong, what to do. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:odd="https://memcon.example/ns/odd" xmlns:sch="http://purl.oclc.org/dsdl/schematron"
  xmlns:out="https://memcon.example/ns/written" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:include href="constraints.xsl"/>
  <xsl:output method="xml" encoding="UTF-8" indent="yes" suppress-indentation="xsl:value-of xsl:text xsl:sequence"/>
  <xsl:namespace-alias stylesheet-prefix="out" result-prefix="xsl"/>

  <!-- Rules that the program checks by code of its own, with better advice than an assertion can give. -->
  <xsl:param name="left-out" as="xs:string" select="''"/>

  <xsl:mode name="template" on-no-match="fail"/>
  <xsl:mode name="words" on-no-match="fail"/>

  <xsl:variable name="run" as="element(constraintSpec)*" select="$odd:constraints[not(@ident = tokenize($left-out))]"/>

  <xsl:template match="/" as="element()">
    <out:stylesheet version="3.0" exclude-result-prefixes="#all">
      <xsl:namespace name="tei" select="string($odd:schema/@ns)"/>
      <xsl:namespace name="xs" select="'http://www.w3.org/2001/XMLSchema'"/>
      <xsl:comment> Made from memcon.odd by xslt/schema/rules.xsl; change that, and run “npm run schema”. </xsl:comment>
      <out:output method="json"/>
      <xsl:for-each select="$odd:look-up">
        <xsl:choose>
          <xsl:when test="self::sch:let"><out:variable name="{@name}" select="{@value}"/></xsl:when>
          <xsl:otherwise><xsl:copy-of select="." copy-namespaces="no"/></xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
      <out:mode name="rules" on-no-match="shallow-skip"/>
      <out:template match="/">
        <out:variable name="found" as="map(*)*"><out:apply-templates select="*" mode="rules"/></out:variable>
        <out:sequence select="array{{$found}}"/>
      </out:template>
      <out:template match="*" mode="rules" as="map(*)*" priority="0">
        <out:apply-templates select="*" mode="rules"/>
      </out:template>
      <xsl:for-each select="$run">
        <!-- Every rule that fits has its say, the first of the ODD first: each hands on to the next. -->
        <xsl:apply-templates select="constraint/sch:rule" mode="template">
          <xsl:with-param name="priority" select="count($run) - position() + 1"/>
        </xsl:apply-templates>
      </xsl:for-each>
    </out:stylesheet>
  </xsl:template>

  <xsl:template match="sch:rule" mode="template" as="element()">
    <xsl:param name="priority" as="xs:integer"/>
    <out:template match="{@context}" mode="rules" as="map(*)*" priority="{$priority}">
      <xsl:apply-templates select="sch:let, sch:assert, sch:report" mode="template"/>
      <out:next-match/>
    </out:template>
  </xsl:template>

  <xsl:template match="sch:let" mode="template" as="element()">
    <out:variable name="{@name}" select="{@value}"/>
  </xsl:template>

  <xsl:template match="sch:assert | sch:report" mode="template" as="element()">
    <out:if test="{if (self::sch:assert) then 'not(' || @test || ')' else @test}">
      <out:variable name="reason" as="xs:string"><out:value-of><xsl:apply-templates mode="words"/></out:value-of></out:variable>
      <out:variable name="advice" as="xs:string">
        <out:value-of>
          <xsl:apply-templates select="ancestor::constraint/sch:diagnostics/sch:diagnostic[@id = tokenize(current()/@diagnostics)]/node()" mode="words"/>
        </out:value-of>
      </out:variable>
      <out:sequence select="map{{'rule': '{ancestor::constraintSpec/@ident}', 'severity': '{@role}', 'path': path(.), 'reason': $reason, 'advice': $advice}}"/>
    </out:if>
  </xsl:template>

  <xsl:template match="text()" mode="words" as="element()"><out:text>{.}</out:text></xsl:template>
  <xsl:template match="sch:value-of" mode="words" as="element()"><out:value-of select="{@select}"/></xsl:template>
  <xsl:template match="sch:name" mode="words" as="element()"><out:value-of select="local-name()"/></xsl:template>
</xsl:stylesheet>
