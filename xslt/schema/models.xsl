<?xml version="1.0" encoding="UTF-8"?>
<!-- What an element may hold and where it may stand, by following classes and macros. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:odd="https://memcon.example/ns/odd" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- For each element the names of those that may stand in it. -->
  <xsl:variable name="odd:children" as="map(xs:string, xs:string*)"
    select="map:merge($odd:elements ! map:entry(string(@ident), sort(distinct-values(content ! odd:held(.)))))"/>

  <!-- The elements that a content model, class or macro stands for. -->
  <xsl:function name="odd:held" as="xs:string*">
    <xsl:param name="model" as="element()"/>
    <xsl:for-each select="$model/descendant::*[@key]">
      <xsl:sequence select="odd:named(@key) ! odd:meant(.)"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="odd:meant" as="xs:string*">
    <xsl:param name="spec" as="element()"/>
    <xsl:sequence select="
      if ($spec/self::elementSpec) then string($spec/@ident)
      else if ($spec/self::macroSpec) then odd:held($spec/content)
      else if ($spec/self::classSpec) then odd:members($spec) ! odd:meant(.)
      else ()"/>
  </xsl:function>

  <xsl:function name="odd:holds-text" as="xs:boolean">
    <xsl:param name="content" as="element(content)"/>
    <xsl:sequence select="exists($content//textNode) or (some $macro in $content//macroRef/odd:named(@key) satisfies odd:holds-text($macro/content))"/>
  </xsl:function>

  <!-- The attributes that an element has by its classes and the classes of these, nearest first. -->
  <xsl:function name="odd:inherited" as="element(attDef)*">
    <xsl:param name="spec" as="element()"/>
    <xsl:for-each select="$spec/classes/memberOf/odd:named(@key)[@type = 'atts']">
      <xsl:sequence select="attList/attDef, odd:inherited(.)"/>
    </xsl:for-each>
  </xsl:function>
</xsl:stylesheet>
