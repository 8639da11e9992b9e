<?xml version="1.0" encoding="UTF-8"?>
<!-- Releases of an edition: what a page of one says of itself, and the list of them. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns="http://www.w3.org/1999/xhtml">

  <!-- The version of which this is a page; the page of the edition as it is now. -->
  <xsl:param name="release" as="xs:string" select="''"/>
  <xsl:param name="current-href" as="xs:string" select="''"/>
  <!-- An array as JSON: version, href; the latest first. -->
  <xsl:param name="releases" as="xs:string" select="'[]'"/>

  <xsl:template name="release-note" as="element()?">
    <xsl:if test="$release">
      <p class="release" role="note">Version {$release}, as it was released. <a href="{$current-href}">The edition as it is now</a>.</p>
    </xsl:if>
  </xsl:template>

  <xsl:template name="releases" as="element()?">
    <xsl:variable name="all" as="map(*)*" select="parse-json($releases)?*"/>
    <xsl:if test="exists($all)">
      <p class="releases">
        <xsl:text>Releases: </xsl:text>
        <xsl:for-each select="$all">
          <xsl:if test="position() gt 1">, </xsl:if>
          <a href="{?href}">version {?version}</a>
        </xsl:for-each>
        <xsl:text>.</xsl:text>
      </p>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
