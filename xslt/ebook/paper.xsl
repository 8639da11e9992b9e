<?xml version="1.0" encoding="UTF-8"?>
<!-- What the paper has beside the text, page by page: heads, feet, numbers, markings, stamps, each called what it is. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="https://memcon.example/ns/functions"
  xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:function name="f:paper" as="element()*">
    <xsl:variable name="furniture" as="element()*" select="$edition//text//fw[not(ancestor::fw)]"/>
    <xsl:if test="exists($furniture)">
      <section class="paper" aria-labelledby="paper-title">
        <h2 id="paper-title">On the paper</h2>
        <p>Heads and feet of the pages, markings and stamps, which are no part of the text.</p>
        <xsl:for-each-group select="$furniture" group-adjacent="f:page(.)">
          <xsl:if test="current-grouping-key() gt 0"><h3>Page {current-grouping-key()}</h3></xsl:if>
          <ul>
            <xsl:for-each select="current-group()">
              <li>
                <xsl:sequence select="f:id(.)"/>
                <span class="kind">{upper-case(substring(f:kind-of-furniture(.), 1, 1))}{substring(f:kind-of-furniture(.), 2)}: </span>
                <span class="{if (@type = 'stamp' or stamp) then 'stamp' else 'typed'}"><xsl:apply-templates mode="reading"><xsl:with-param name="without-pages" select="true()" tunnel="yes"/></xsl:apply-templates></span>
                <xsl:if test="@hand"> (hand: {f:hand(@hand)})</xsl:if>
                <xsl:for-each select="key('about', '#' || @xml:id, $edition)"><xsl:text> </xsl:text><xsl:call-template name="commentary"/></xsl:for-each>
              </li>
            </xsl:for-each>
          </ul>
        </xsl:for-each-group>
      </section>
    </xsl:if>
  </xsl:function>

  <xsl:function name="f:kind-of-furniture" as="xs:string">
    <xsl:param name="furniture" as="element()"/>
    <xsl:variable name="kinds" as="map(xs:string, xs:string)" select="map {
      'pageNum': 'page number', 'catch': 'catchword', 'control': 'control number', 'classification': 'marking', 'form': 'form number',
      'letterhead': 'letterhead', 'stamp': 'stamp', 'header': 'running head', 'footer': 'running foot' }"/>
    <xsl:sequence select="if ($furniture/stamp) then 'stamp' else string(($kinds(string($furniture/@type)), 'head or foot')[1])"/>
  </xsl:function>
</xsl:stylesheet>
