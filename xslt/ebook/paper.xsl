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
        <h2 id="paper-title">{f:say('part-paper')}</h2>
        <p>{f:say('paper-sub')}</p>
        <xsl:for-each-group select="$furniture" group-adjacent="f:page(.)">
          <xsl:if test="current-grouping-key() gt 0"><h3>{f:say('page-title', map { 'page': current-grouping-key() })}</h3></xsl:if>
          <ul>
            <xsl:for-each select="current-group()">
              <li>
                <xsl:sequence select="f:id(.)"/>
                <span class="kind">{f:capital(f:kind-of-furniture(.))}{f:say('colon')} </span>
                <span class="{if (@type = 'stamp' or stamp) then 'stamp' else 'typed'}"><xsl:sequence select="f:in-language($lang)"/><xsl:apply-templates mode="reading"><xsl:with-param name="without-pages" select="true()" tunnel="yes"/></xsl:apply-templates></span>
                <xsl:if test="@hand"> {f:say('hand-aside', map { 'hand': f:hand(@hand) })}</xsl:if>
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
    <xsl:sequence select="f:named('furniture', if ($furniture/stamp) then 'stamp' else $furniture/@type, f:say('head-or-foot'))"/>
  </xsl:function>
</xsl:stylesheet>
