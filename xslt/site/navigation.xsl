<?xml version="1.0" encoding="UTF-8"?>
<!-- The ways between the pages of the site. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="https://memcon.example/ns/functions" xmlns="http://www.w3.org/1999/xhtml">

  <!-- The pages by the stems of their files. -->
  <xsl:variable name="site-pages" as="xs:string*" select="
    'index', 'search', 'people', 'organisations', 'places', 'events', 'hands', 'timeline', 'principles', 'guidelines', 'errata'"/>

  <xsl:template name="site-navigation" as="element()*">
    <xsl:param name="href" as="xs:string"/>
    <!-- The page to which this one belongs. -->
    <xsl:param name="under" as="xs:string"/>
    <xsl:param name="up" as="xs:string" select="''"/>
    <xsl:for-each select="$site-pages">
      <xsl:variable name="page" as="xs:string" select="(if (. = 'guidelines') then 'schema/' else '') || . || '.html'"/>
      <li>
        <a href="{$up}{$page}">
          <xsl:if test=". = $under"><xsl:attribute name="aria-current" select="if ($href = $page) then 'page' else 'true'"/></xsl:if>
          <xsl:text>{f:named('page', .)}</xsl:text>
        </a>
      </li>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
