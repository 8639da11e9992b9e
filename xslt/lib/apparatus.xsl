<?xml version="1.0" encoding="UTF-8"?>
<!-- Readings that the editor has mended: their numbers, and what a note says of each. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="https://memcon.example/ns/functions" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:variable name="readings" as="element()*" select="$edition//text//(app | choice[sic or orig])"/>
  <xsl:variable name="in-text" as="element()*" select="$readings[not(ancestor::fw)]"/>
  <xsl:variable name="in-furniture" as="element()*" select="$readings[ancestor::fw]"/>

  <!-- Numbers for the readings of the text, letters for those of running heads and feet, which the text does not show. -->
  <xsl:variable name="labels" as="map(xs:string, xs:string)" select="map:merge((
    for $n in 1 to count($in-text) return map:entry(f:identity($in-text[$n]), string($n)),
    for $n in 1 to count($in-furniture) return map:entry(f:identity($in-furniture[$n]), format-integer($n, 'a'))))"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"/>

  <xsl:function name="f:label" as="xs:string">
    <xsl:param name="reading" as="element()"/>
    <xsl:sequence select="$labels(f:identity($reading))"/>
  </xsl:function>

  <xsl:function name="f:mended" as="element()?">
    <xsl:param name="reading" as="element()"/>
    <xsl:sequence select="$reading/(lem | corr | reg)[1]"/>
  </xsl:function>

  <xsl:function name="f:uncertain" as="xs:boolean">
    <xsl:param name="reading" as="element()"/>
    <xsl:sequence select="(f:mended($reading)/@cert, $reading/@cert) = 'low'"/>
  </xsl:function>

  <!-- The anchor of a reading in the text; made from its place where the file gives no id. -->
  <xsl:function name="f:anchor" as="xs:string">
    <xsl:param name="reading" as="element()"/>
    <xsl:sequence select="string(($reading/@xml:id, 'reading.' || f:label($reading))[1])"/>
  </xsl:function>

  <xsl:function name="f:witness" as="xs:string">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:variable name="id" as="xs:string" select="substring-after($pointer, '#')"/>
    <xsl:sequence select="
      if ($id = 'ocr') then 'the transcription'
      else if (f:entry($pointer)/abbr) then normalize-space(f:entry($pointer)/abbr)
      else if (string-length($id) le 6) then upper-case($id) else $id"/>
  </xsl:function>

  <xsl:function name="f:responsible" as="xs:string">
    <xsl:param name="pointer" as="xs:string?"/>
    <xsl:variable name="id" as="xs:string" select="substring-after($pointer, '#')"/>
    <xsl:sequence select="if ($id = 'editor') then 'the editor' else $id"/>
  </xsl:function>

  <!-- What the note says: the transcription's words, where the mended ones come from, how sure, who, and why. -->
  <xsl:template name="reading-note" as="node()*">
    <xsl:param name="reading" as="element()"/>
    <xsl:variable name="mended" as="element()?" select="f:mended($reading)"/>
    <xsl:variable name="sources" as="xs:string*" select="tokenize(string(($mended/@wit, $mended/@source)[1]))"/>
    <span class="note-head">
      <b class="lemma"><xsl:value-of select="f:words($mended)"/></b>
      <xsl:choose>
        <xsl:when test="$reading/orig"><xsl:text> is spelled </xsl:text></xsl:when>
        <xsl:otherwise><xsl:text> was transcribed </xsl:text></xsl:otherwise>
      </xsl:choose>
      <xsl:for-each select="$reading/(rdg | sic | orig)">
        <xsl:if test="position() gt 1">; </xsl:if>
        <xsl:text>“</xsl:text><span class="was"><xsl:value-of select="normalize-space(.)"/></span><xsl:text>”</xsl:text>
        <xsl:if test="@wit and not(tokenize(@wit) = '#ocr')"> ({string-join(tokenize(@wit) ! f:witness(.), ', ')})</xsl:if>
      </xsl:for-each>
      <xsl:text>.</xsl:text>
    </span>
    <xsl:for-each select="key('about', '#' || $reading/@xml:id, $edition), $reading/note">
      <xsl:text> </xsl:text>
      <span class="reason"><xsl:if test="@xml:id"><xsl:attribute name="id" select="@xml:id"/></xsl:if><xsl:apply-templates mode="prose"/></span>
    </xsl:for-each>
    <xsl:text> </xsl:text>
    <span class="grounds">
      <xsl:choose>
        <xsl:when test="exists($sources)">
          <xsl:text>After </xsl:text>
          <xsl:for-each select="$sources">
            <xsl:if test="position() gt 1">, </xsl:if>
            <a href="{if (f:entry(.)) then $register || . else .}">{f:witness(.)}</a>
          </xsl:for-each>
        </xsl:when>
        <xsl:when test="$reading/orig">Regularised</xsl:when>
        <xsl:otherwise>Conjecture</xsl:otherwise>
      </xsl:choose>
      <xsl:if test="$mended/@resp"> by {f:responsible($mended/@resp)}</xsl:if>
      <xsl:if test="$mended/@cert">, certainty {$mended/@cert}</xsl:if>
      <xsl:text>.</xsl:text>
    </span>
  </xsl:template>

  <!-- The numbered sign behind a mended word. -->
  <xsl:template name="reading-mark" as="node()*">
    <xsl:param name="reading" as="element()"/>
    <xsl:param name="slot" as="xs:string?"/>
    <xsl:if test="f:uncertain($reading)">
      <span class="doubt"><span aria-hidden="true">?</span><span class="vh"> (uncertain) </span></span>
    </xsl:if>
    <a class="{string-join(('mark', $slot), ' ')}" href="#note.{f:anchor($reading)}" role="doc-noteref" aria-label="Note {f:label($reading)}">{f:label($reading)}</a>
  </xsl:template>
</xsl:stylesheet>
