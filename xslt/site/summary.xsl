<?xml version="1.0" encoding="UTF-8"?>
<!-- What the list of editions says of one: a small element made from its TEI file. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="https://memcon.example/ns/functions" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:include href="../lib/lookup.xsl"/>
  <xsl:output method="xml" omit-xml-declaration="yes" indent="no"/>
  <xsl:param name="name" as="xs:string" select="'edition'"/>

  <xsl:template match="/" as="element()">
    <xsl:variable name="titles" as="element()*" select="$header/fileDesc/titleStmt/title"/>
    <xsl:variable name="date" as="element()?" select="($header/profileDesc/creation/date, .//text//dateline//date)[1]"/>
    <edition name="{$name}" when="{($date/@when, $date/@notBefore)[1]}" lang="{$lang}"
      pages="{count(.//text//pb)}" words="{($header/fileDesc/extent/measure[@unit = 'words']/@quantity, count(f:reading-words(.//text//(p | ab))))[1]}"
      readings="{count(.//text//(app | choice[sic or orig])[not(@prev)][not(tokenize(lem/@wit) = '#ocr')])}" version="{$header/fileDesc/editionStmt/edition[1]/@n}">
      <title>{normalize-space(($titles[@type = 'main'], $titles, .//text//head)[1])}</title>
      <subtitle>{normalize-space(($titles[@type = 'sub'])[1])}</subtitle>
      <place>{normalize-space(($header/profileDesc/creation/placeName)[1])}</place>
      <xsl:for-each select="distinct-values(.//text//said/@who ! tokenize(.))"><speaker>{f:preferred(f:entry(.))}</speaker></xsl:for-each>
    </edition>
  </xsl:template>
</xsl:stylesheet>
