<?xml version="1.0" encoding="UTF-8"?>
<!-- Releases of an edition: what a page of one says of itself, and the list of them. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="https://memcon.example/ns/functions" xmlns="http://www.w3.org/1999/xhtml">

  <!-- The version of which this is a page; the page of the edition as it is now. -->
  <xsl:param name="release" as="xs:string" select="''"/>
  <xsl:param name="current-href" as="xs:string" select="''"/>
  <!-- An array as JSON: version, href; the latest first. -->
  <xsl:param name="releases" as="xs:string" select="'[]'"/>

  <xsl:template name="release-note" as="element()?">
    <xsl:if test="$release">
      <p class="release" role="note"><xsl:sequence select="f:tell('is-released', map { 'number': $release, 'now': f:link($current-href) })"/></p>
    </xsl:if>
  </xsl:template>

  <xsl:template name="releases" as="element()?">
    <xsl:variable name="all" as="map(*)*" select="parse-json($releases)?*"/>
    <xsl:if test="exists($all)">
      <p class="releases">
        <xsl:variable name="links" as="array(node()*)*">
          <xsl:for-each select="$all">
            <xsl:variable name="link" as="element()"><a href="{?href}">{f:say('released-version', map { 'number': ?version })}</a></xsl:variable>
            <xsl:sequence select="array { $link }"/>
          </xsl:for-each>
        </xsl:variable>
        <xsl:sequence select="f:tell('releases', map { 'versions': f:in-a-row($links) })"/>
      </p>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
