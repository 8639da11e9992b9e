<?xml version="1.0" encoding="UTF-8"?>
<!-- What the makers of schema, rules and guidelines ask an ODD: its specifications, in the order in which it gives them. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:odd="https://memcon.example/ns/odd"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:variable name="odd:schema" as="element(schemaSpec)" select="/TEI//schemaSpec"/>
  <xsl:variable name="odd:specs" as="element()*" select="$odd:schema/odd:specs(.)"/>
  <xsl:variable name="odd:elements" as="element(elementSpec)*" select="$odd:specs[self::elementSpec]"/>
  <xsl:variable name="odd:by-ident" as="map(xs:string, element())" select="map:merge($odd:specs ! map:entry(string(@ident), .))"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"/>

  <xsl:key name="odd:group" match="specGrp" use="@xml:id"/>
  <xsl:key name="odd:member" match="elementSpec | classSpec" use="classes/memberOf/@key"/>

  <!-- The specifications below a schema or group, with those of the groups that it refers to (TEI Guidelines, 23.3). -->
  <xsl:function name="odd:specs" as="element()*">
    <xsl:param name="within" as="element()"/>
    <xsl:for-each select="$within/*">
      <xsl:sequence select="
        if (self::specGrpRef) then odd:group(.) ! odd:specs(.)
        else if (self::specGrp) then odd:specs(.)
        else self::elementSpec | self::classSpec | self::macroSpec | self::dataSpec | self::constraintSpec"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="odd:group" as="element(specGrp)">
    <xsl:param name="ref" as="element(specGrpRef)"/>
    <xsl:variable name="group" as="element(specGrp)?" select="key('odd:group', substring-after($ref/@target, '#'), root($ref))"/>
    <xsl:if test="empty($group)">
      <xsl:message terminate="yes">The ODD refers to the group {$ref/@target} and has none of this name.</xsl:message>
    </xsl:if>
    <xsl:sequence select="$group"/>
  </xsl:function>

  <!-- The elements and classes of the schema that say they are members of a class. -->
  <xsl:function name="odd:members" as="element()*">
    <xsl:param name="class" as="element(classSpec)"/>
    <xsl:sequence select="key('odd:member', $class/@ident, root($class)) intersect $odd:specs"/>
  </xsl:function>

  <!-- What an element, class, macro or datatype is called in the schema; a name that the ODD does not define is a fault of it. -->
  <xsl:function name="odd:named" as="element()">
    <xsl:param name="key" as="attribute(key)"/>
    <xsl:if test="not(map:contains($odd:by-ident, string($key)))" xmlns:map="http://www.w3.org/2005/xpath-functions/map">
      <xsl:message terminate="yes">The ODD refers to {$key} in {$key/ancestor::*[@ident][1]/@ident} and does not define it.</xsl:message>
    </xsl:if>
    <xsl:sequence select="$odd:by-ident(string($key))"/>
  </xsl:function>

  <xsl:function name="odd:words" as="xs:string">
    <xsl:param name="desc" as="element()?"/>
    <xsl:sequence select="normalize-space($desc)"/>
  </xsl:function>
</xsl:stylesheet>
