<?xml version="1.0" encoding="UTF-8"?>
<!-- ODD to RELAX NG, XML syntax: one definition for each specification; content models are Pure ODD (TEI Guidelines, 23.5.1). -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:odd="https://memcon.example/ns/odd" xmlns:a="http://relaxng.org/ns/compatibility/annotations/1.0"
  xmlns="http://relaxng.org/ns/structure/1.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:include href="odd.xsl"/>
  <xsl:output method="xml" encoding="UTF-8" indent="yes" suppress-indentation="a:documentation"/>

  <!-- A definition for each specification. -->
  <xsl:mode name="define" on-no-match="fail"/>
  <!-- Attributes with their values. -->
  <xsl:mode name="attribute" on-no-match="fail"/>
  <!-- Content models. -->
  <xsl:mode name="pattern" on-no-match="fail"/>

  <xsl:template match="/" as="node()+">
    <xsl:comment> Made from memcon.odd by xslt/schema/relaxng.xsl; change that, and run “npm run schema”. </xsl:comment>
    <grammar ns="{$odd:schema/@ns}" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
      <xsl:namespace name="a" select="'http://relaxng.org/ns/compatibility/annotations/1.0'"/>
      <a:documentation>{odd:words($odd:schema/desc)}</a:documentation>
      <start>
        <choice>
          <xsl:for-each select="tokenize($odd:schema/@start)"><ref name="{.}"/></xsl:for-each>
        </choice>
      </start>
      <xsl:apply-templates select="$odd:specs" mode="define"/>
    </grammar>
  </xsl:template>

  <!-- ===== Definitions ===== -->

  <xsl:template match="elementSpec" mode="define" as="element()">
    <define name="{@ident}">
      <element name="{@ident}">
        <a:documentation>{odd:words(desc)}</a:documentation>
        <xsl:apply-templates select="classes/memberOf[odd:named(@key)/@type = 'atts'], attList/attDef" mode="attribute"/>
        <xsl:apply-templates select="content/*" mode="pattern"/>
      </element>
    </define>
  </xsl:template>

  <xsl:template match="classSpec[@type = 'atts']" mode="define" as="element()">
    <define name="{@ident}">
      <a:documentation>{odd:words(desc)}</a:documentation>
      <xsl:apply-templates select="classes/memberOf, attList/attDef" mode="attribute"/>
    </define>
  </xsl:template>

  <xsl:template match="classSpec[@type = 'model']" mode="define" as="element()">
    <define name="{@ident}">
      <a:documentation>{odd:words(desc)}</a:documentation>
      <choice>
        <xsl:for-each select="odd:members(.)"><ref name="{@ident}"/></xsl:for-each>
        <xsl:if test="empty(odd:members(.))"><notAllowed/></xsl:if>
      </choice>
    </define>
  </xsl:template>

  <xsl:template match="macroSpec | dataSpec" mode="define" as="element()">
    <define name="{@ident}">
      <a:documentation>{odd:words(desc)}</a:documentation>
      <xsl:apply-templates select="content/*" mode="pattern"/>
    </define>
  </xsl:template>

  <!-- Constraints go to the Schematron. -->
  <xsl:template match="constraintSpec" mode="define" as="empty-sequence()"/>

  <!-- ===== Attributes ===== -->

  <xsl:template match="memberOf" mode="attribute" as="element()">
    <ref name="{odd:named(@key)/@ident}"/>
  </xsl:template>

  <xsl:template match="attDef[@usage = 'req']" mode="attribute" as="element()">
    <attribute name="{@ident}">
      <a:documentation>{odd:words(desc)}</a:documentation>
      <xsl:call-template name="value"/>
    </attribute>
  </xsl:template>

  <xsl:template match="attDef" mode="attribute" as="element()" priority="-1">
    <optional>
      <attribute name="{@ident}">
        <a:documentation>{odd:words(desc)}</a:documentation>
        <xsl:call-template name="value"/>
      </attribute>
    </optional>
  </xsl:template>

  <!-- One value, or a list of them where the datatype may come several times. -->
  <xsl:template name="value" as="element()">
    <xsl:context-item as="element(attDef)" use="required"/>
    <xsl:variable name="one" as="element()">
      <xsl:apply-templates select="(valList[@type = 'closed'], datatype/dataRef)[1]" mode="pattern"/>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="datatype/@maxOccurs = 'unbounded'">
        <list><oneOrMore><xsl:sequence select="$one"/></oneOrMore></list>
      </xsl:when>
      <xsl:otherwise><xsl:sequence select="$one"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="valList" mode="pattern" as="element()">
    <choice>
      <xsl:for-each select="valItem">
        <value>{@ident}</value>
        <a:documentation>{odd:words(desc)}</a:documentation>
      </xsl:for-each>
    </choice>
  </xsl:template>

  <!-- ===== Content models ===== -->

  <xsl:template match="textNode" mode="pattern" as="element()"><text/></xsl:template>
  <xsl:template match="empty" mode="pattern" as="element()"><empty/></xsl:template>

  <xsl:template match="dataRef[@key]" mode="pattern" as="element()">
    <ref name="{odd:named(@key)/@ident}"/>
  </xsl:template>

  <xsl:template match="dataRef[@name]" mode="pattern" as="element()">
    <data type="{@name}">
      <xsl:if test="@restriction"><param name="pattern">{@restriction}</param></xsl:if>
      <xsl:for-each select="dataFacet"><param name="{@name}">{@value}</param></xsl:for-each>
    </data>
  </xsl:template>

  <xsl:template match="elementRef | classRef | macroRef" mode="pattern" as="element()+">
    <xsl:variable name="one" as="element()"><ref name="{odd:named(@key)/@ident}"/></xsl:variable>
    <xsl:sequence select="odd:times($one, .)"/>
  </xsl:template>

  <xsl:template match="alternate" mode="pattern" as="element()+">
    <xsl:variable name="one" as="element()"><choice><xsl:apply-templates mode="pattern" select="*"/></choice></xsl:variable>
    <xsl:sequence select="odd:times($one, .)"/>
  </xsl:template>

  <xsl:template match="sequence" mode="pattern" as="element()+">
    <xsl:variable name="one" as="element()"><group><xsl:apply-templates mode="pattern" select="*"/></group></xsl:variable>
    <xsl:sequence select="odd:times($one, .)"/>
  </xsl:template>

  <!-- A pattern as often as @minOccurs and @maxOccurs of its source say; both are 1 where they are not given. -->
  <xsl:function name="odd:times" as="element()+">
    <xsl:param name="pattern" as="element()"/>
    <xsl:param name="source" as="element()"/>
    <xsl:variable name="least" as="xs:integer" select="xs:integer(($source/@minOccurs, 1)[1])"/>
    <xsl:variable name="most" as="xs:string" select="string(($source/@maxOccurs, max(($least, 1)))[1])"/>
    <xsl:choose>
      <xsl:when test="$most = 'unbounded' and $least = 0"><zeroOrMore><xsl:sequence select="$pattern"/></zeroOrMore></xsl:when>
      <xsl:when test="$most = 'unbounded'">
        <xsl:sequence select="(2 to $least) ! $pattern"/>
        <oneOrMore><xsl:sequence select="$pattern"/></oneOrMore>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="(1 to $least) ! $pattern"/>
        <xsl:for-each select="$least + 1 to xs:integer($most)"><optional><xsl:sequence select="$pattern"/></optional></xsl:for-each>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>
</xsl:stylesheet>
